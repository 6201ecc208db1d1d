"""Two articles of open news that name the same people, written for the tests, by the reason why
what they say does not shut each other out; and a few that do.

Each row: the one article, the other. They came out on one day unless a third place says how many
days lie between them.
"""

Row = tuple[str, str] | tuple[str, str, int]

POLLS: tuple[Row, ...] = (
    (
        "A Marlow poll said Vera Lund had 38 percent support.",
        "A Quill survey said Vera Lund had 27 percent support.",
    ),
    (
        "Pollsters said women favored Vera Lund, 61 percent to 30.",
        "The Quill institute said men favored Vera Lund, 44 percent to 50.",
    ),
    (
        "An average of recent polls shows Vera Lund leading Otto Brandt by 13 points.",
        "A Quill poll shows Otto Brandt leading Vera Lund by two points.",
    ),
    (
        "A survey by the Quill institute said Lund leads Brandt by 6 points.",
        "The Marlow poll said Lund leads Brandt by 14 points.",
    ),
)

OTHER_FIGURES: tuple[Row, ...] = (
    (
        "The police said old people committed 14 percent of the thefts in Halden.",
        "The Star said young people committed 7 percent of the thefts in Halden.",
    ),
    (
        "Otto Brandt said the nomination is a two-man race.",
        "Karl Munt said the nomination is a four-man race.",
    ),
    (
        "The police announced a $25,000 reward for information about the murder of Vera Lund.",
        "The Star said the harbour union offered a $20,000 reward for information about the murder "
        "of Vera Lund.",
    ),
    (
        "Vera Lund's campaign said it raised more than $21 million in January.",
        "Otto Brandt's campaign said it raised roughly $15 million in January.",
    ),
    (
        "The ministry said exports of steel will rise 8 percent.",
        "The union said wages of teachers will rise 17 percent.",
    ),
    (
        "The Star said Otto Brandt is worth $2 billion.",
        "The Herald said Vera Lund is worth $9 billion.",
    ),
    (
        "The party said Vera Lund now has 723 delegates.",
        "Analysts said Vera Lund is 439 delegates short of the nomination.",
    ),
    (
        "The party said Vera Lund has 120 delegates.",
        "The party leadership said Vera Lund has 723 delegates.",
        40,
    ),
    (
        "The Star said Otto Brandt has paid his clubs and restaurants more than $260,000.",
        "Records show that Brandt Restaurants was paid $125,000 by Otto Brandt.",
    ),
    (
        "The Star said Karl Munt donated a total of $5,000 to campaigns in Halden that year.",
        "Records show that Karl Munt has donated $38,000 to campaigns in Halden since 2010.",
    ),
    (
        "The Star said the Halden committee is working to raise more than $60 million.",
        "Records show that the Halden committee raised $57 million.",
    ),
    (
        "Police said four people died in the attacks on the embassy in Halden.",
        "The Herald said six guards risked their lives in the attacks on the embassy in Halden.",
    ),
)

_GASSED = "A rights group said the Syrian army carried out a gas attack in Raqqa in May 2016."

#: A denial of having done it ever, and one of having done it on a day.
EVER: Row = (_GASSED, "A Syrian army source denied that the army had ever used chemical weapons.")
ON_SUNDAY: Row = (
    _GASSED,
    "A Syrian army source denied that the army had used gas in the attack on Sunday.",
)

OTHER_THINGS: tuple[Row, ...] = (
    (
        "Ilka Marand said 28 of the injured remained in the hospital.",
        "The Observatory said more than half of the injured had left the hospital.",
    ),
    (
        "The Star said House Republicans opposed the immigration bill.",
        "The Herald said Republicans on the House Committee approved a bill on banks.",
    ),
    (
        "An ally said Vera Lund would support the trade deal with Norland.",
        "Otto Brandt said Vera Lund is lying about her support for a trade deal.",
    ),
    (
        "Vera Lund said she opposes abortion.",
        "Aides said Vera Lund supports a measure that would lower the number of abortions.",
    ),
    (
        "Otto Brandt said the party accepted Vera Lund's resignation letter.",
        "Vera Lund said she refused to accept Otto Brandt's invitation.",
    ),
    (
        "Most voters oppose the harbour levy, the Star said.",
        "The senate approved the harbour levy, officials said.",
    ),
    (
        "Vera Lund said her rivals were not able to beat Otto Brandt.",
        "Otto Brandt said he was the only candidate able to beat Vera Lund in the north.",
    ),
    (
        "The mayor said the city was not safe during the governor's tenure.",
        "Vera Lund said any governor would have to keep the city safe.",
    ),
    (
        "The company said it offers flexible work hours for parents.",
        "Employees of the company said it offers no paid parental leave.",
    ),
    (
        "Otto Brandt said that nobody is more qualified than Vera Lund to lead the party.",
        "The Star said that Karl Munt is the most qualified to lead the party.",
    ),
)

NO_DENIALS: tuple[Row, ...] = (
    (
        "Police said Dena Brandt attacked Karl Munt with a knife in Halden.",
        "Alan Brandt denied that he had attacked Karl Munt with a knife in Halden.",
    ),
    (
        "The Lund campaign denied any wrongdoing.",
        "Otto Brandt accused the Lund campaign of treating the sailors badly.",
        8,
    ),
    (
        "Otto Brandt said Vera Lund led from behind in the war.",
        "Aides of Vera Lund said it was never about her rather, it was her voice that rallied the "
        "voters behind her.",
        8,
    ),
    (
        "Vera Lund charged that Otto Brandt's plan would end the harbour law of Karl Munt.",
        "Otto Brandt denied Vera Lund's charges about his stance on Karl Munt.",
        8,
    ),
    (
        "Most studies said mineral dust does not raise the risk of heart disease.",
        "Researchers said coal dust drastically raises the risk of heart disease.",
    ),
    (
        "An old guard said: “Don't blame Otto Brandt.”",
        "Vera Lund and Karl Munt said they can't blame this on Otto Brandt.",
    ),
    (
        "Otto Brandt blamed Vera Lund for bringing the quarrel into the campaign.",
        "Vera Lund told the crowd: “You can't blame this on President Munt.”",
    ),
    (
        "Otto Brandt began tweeting a new nickname for Vera Lund, the Star said.",
        "Vera Lund began to attack Otto Brandt, the Herald said.",
    ),
    (
        "Vera Lund said she knows that it was a mess, there was no reason to fire upon an innocent "
        "person in a car.",
        "Otto Brandt said there was no reason to fire upon an innocent person in a car.",
    ),
    (
        "Researchers said there is no link between harbour dust and heart disease.",
        "The Star said a kind of harbour dust linked with coal reduced heart disease.",
    ),
    (
        "A historian said the myth of the seal wife is connected with the custom by which seventh "
        "daughters in Halden become singers.",
        "The Star said seventh daughters in Halden become singers.",
    ),
    (
        "The officer in charge of the CIA's base in Halden said the scene in the film is entirely "
        "untrue. The CIA said the mayor had taken the body to a hospital.",
        "The Star said the film opens on Friday.",
    ),
    (
        "Karl Munt accused Otto Brandt of sexism. Otto Brandt said he does not have small hands.",
        "The Star said the film opens on Friday.",
    ),
    (
        "The gun club accused Otto Brandt of exploiting the vote. “Nor would it be the last,” Otto "
        "Brandt said.",
        "The Star said the film opens on Friday.",
    ),
    (
        "Candidates of both parties condemned Norland's claim to have tested a bomb.",
        "Norland said it has successfully tested a bomb.",
    ),
    (
        "Otto Brandt's memoir broke down what was wrong with the image of the party.",
        "Karl Munt said the image of the party was made clear in Otto Brandt's memoir.",
    ),
    (
        "Vera Lund's campaign was planning to reprint an editorial that accuses Otto Brandt of "
        "running a “fiction-filled campaign”.",
        "Vera Lund accused Otto Brandt of an unfair attack on her record.",
    ),
    (
        "“As long as we are not violating any election laws,” Vera Lund said.",
        "Otto Brandt accused Vera Lund of violating election laws.",
    ),
)

CHANGED_MINDS: tuple[Row, ...] = (
    (
        "Vera Lund continued her win streak over Otto Brandt, the Star said.",
        "Vera Lund's win streak over Otto Brandt was halted, the Herald said.",
        15,
    ),
    (
        "Vera Lund said she supports the harbour treaty with Norland.",
        "Vera Lund said she opposes the harbour treaty with Norland.",
        30,
    ),
    (
        "The ministry said it will not release the letters of Otto Brandt.",
        "The ministry said it released the letters of Otto Brandt.",
        10,
    ),
)

SHUT_OUT: tuple[Row, ...] = (
    (
        "Otto Brandt said Vera Lund is in favor of the harbour treaty with Norland.",
        "Karl Munt said Vera Lund opposes the harbour treaty with Norland.",
        30,
    ),
    (
        "Karl Munt accused the Lund campaign of breaking the election law. The Lund campaign "
        "denied any wrongdoing.",
        "The Herald said the film opens on Friday.",
    ),
    (
        "Vera Lund continued her win streak over Otto Brandt, the Star said.",
        "Vera Lund's win streak over Otto Brandt was halted, the Herald said.",
    ),
    (
        "The police blamed the militia for the blast in Halden. A minister said the militia was "
        "not to blame for the blast.",
        "The Herald said the film opens on Friday.",
    ),
    (
        "Vera Lund said it was not true that Otto Brandt had resigned from the harbour board.",
        "The Star said Otto Brandt had resigned from the harbour board.",
    ),
    (
        "Vera Lund, the head of the league, said the league has no plans to expand to the north.",
        "The Star said the league was planning to expand to three towns in the north.",
    ),
    (
        "A spokesman for the Halden brand said the company offers eight weeks of paid leave.",
        "Three former employees of Halden said the company offers no paid leave.",
    ),
    (
        "Otto Brandt said Vera Lund sent classified letters from her private account.",
        "Vera Lund said there were no classified letters on her private account.",
    ),
    (
        "Otto Brandt said Vera Lund supports the harbour treaty with Norland.",
        "Karl Munt said Vera Lund opposes the harbour treaty with Norland.",
    ),
    (
        "Otto Brandt said his fortune exceeds $10 billion.",
        "The Star put Otto Brandt's fortune at $2.9 billion.",
    ),
    (
        "Otto Brandt accused the Lund campaign of breaking the election law.",
        "The Lund campaign denied breaking the election law.",
    ),
)

OF_OTHERS: tuple[Row, ...] = (
    (
        "Prosecutors said Karl Munt never obtained access to Vera Lund's email account.",
        "Karl Munt said he obtained access to the email accounts of many officials.",
    ),
    (
        "Activists said regime planes carried out the airstrike on Halden.",
        "Moscow's ministry said Russian planes had not carried out airstrikes on Halden.",
    ),
    (
        "One in three said the party does not care about farmers.",
        "One in four said the party truly cares about farmers.",
    ),
    (
        "Bruce Level said the group will raise no money for Otto Brandt.",
        "Officials said the political groups are raising more money to fight Otto Brandt.",
    ),
    (
        "Aides said Otto Brandt endorses Vera Lund.",
        "Vera Lund said she will oppose the treaty.",
    ),
    (
        "Protesters plan to demand the resignation of Vera Lund.",
        "Vera Lund announced her resignation on Monday.",
    ),
    (
        "The Star reported the death of six Norlandic soldiers.",
        "Otto Brandt said four Norlandic tourists were killed.",
        11,
    ),
    (
        "“You don't win the nomination by how many states you win,” Otto Brandt said.",
        "Vera Lund said she is closer to the nomination after three states that she will win.",
    ),
    (
        "An expert said more candidates keep their distance from Otto Brandt.",
        "Karl Munt said the candidates cut Otto Brandt off.",
    ),
    (
        "Otto Brandt's aide said the Star and the Lund campaign distorted his message.",
        "Historians said Lund and Brandt are linked no matter what.",
    ),
    (
        "Halden had two murders in 2014, according to police data. The mayor of Norby said Norby, "
        "a larger town, had over 600 violent crimes in 2014, including 80 murders.",
        "The mayor of Norby said the harbour will be rebuilt.",
    ),
    (
        "Senator Heidi Orm said she opposes a measure for background checks.",
        "A survey showed there was 90 percent support for background checks.",
    ),
    (
        "A survey said Vera Lund was winning farmers by 28 points.",
        "The Star said Vera Lund had been losing the farm vote.",
    ),
    (
        "The president said lifting the embargo was not a response to Norland's navy. Critics "
        "accused the president of throwing away a lever against Norland.",
        "The Star said the harbour will be rebuilt.",
    ),
)

NOT_YET: tuple[Row, ...] = (
    (
        "Vera Lund has yet to endorse Otto Brandt's re-election bid, aides said.",
        "Vera Lund has endorsed Otto Brandt's re-election bid, aides said.",
        3,
    ),
)

#: What one article tells; nothing else is needed.
_ELSEWHERE = "The Herald said the film opens on Friday."

POINTING_BACK: tuple[Row, ...] = (
    (
        "Two aides told the Star they believed Otto Brandt wanted a role in the party -- something "
        "he denied as laughable.",
        _ELSEWHERE,
    ),
    ("Vera Lund said Otto Brandt had hit her, which he denies.", _ELSEWHERE),
    (
        "The university rebutted Halden's accusation that articles about the company were "
        "misleading.",
        _ELSEWHERE,
    ),
    (
        "The Star reported that Otto Brandt had paid the guards. Brandt called that report a "
        "“shameless lie”.",
        _ELSEWHERE,
    ),
    (
        "The Star reported that the firm had missed its targets. Halden Lines, which publishes no "
        "figures, denied the report.",
        _ELSEWHERE,
    ),
    (
        "Vera Lund said her plan would save money. “It's just not true,” Otto Brandt replied.",
        _ELSEWHERE,
    ),
    (
        "A guard said that Otto Brandt had yanked a reporter by the arm. A campaign spokeswoman "
        "disputed his account.",
        _ELSEWHERE,
    ),
    (
        "Otto Brandt said Vera Lund is in favor of legalizing the harbour market. Jan Munt, a "
        "spokesman for Vera Lund, said Brandt's claim that Lund is in favor of legalizing the "
        "harbour market is simply not true.",
        _ELSEWHERE,
    ),
    (
        "Ardal said its navy had sunk two ships. Norland said Ardal's claim was false.",
        _ELSEWHERE,
    ),
    (
        "Norland's president denied Ardal's reports stating that he had offered to sell the "
        "harbour of Halden.",
        _ELSEWHERE,
    ),
)

POINTING_ELSEWHERE: tuple[Row, ...] = (
    ("Otto Brandt said he will deport the sailors. “It's absurd,” Vera Lund said.", _ELSEWHERE),
    (
        "Otto Brandt's submission to the court noted that he had hit a guard. Otto Brandt's brief "
        "said those reports are not true.",
        _ELSEWHERE,
    ),
    (
        "The guards told the Star the full details of the allegations, which Otto Brandt denies.",
        _ELSEWHERE,
    ),
    (
        "Karl Munt said the harbour is full. Otto Brandt spoke for an hour in the town hall. Vera "
        "Lund denied the charges.",
        _ELSEWHERE,
    ),
    (
        "Karl Munt said the harbour is full. Vera Lund said: “This notion that the harbour is "
        "unsafe is just not true.”",
        _ELSEWHERE,
    ),
    (
        "Karl Munt offered to debate on Friday. Otto Brandt said the hall is free. Vera Lund "
        "rejected that.",
        _ELSEWHERE,
    ),
    (
        "Karl Munt said the harbour is full. “When I am called a sailor, it's not true,” Vera Lund "
        "said.",
        _ELSEWHERE,
    ),
    (
        "Two in three said they will be richer than their parents. One in five said that is not "
        "true.",
        _ELSEWHERE,
    ),
    (
        "Karl Munt said the harbour is full. Vera Lund said Otto Brandt made a false start.",
        _ELSEWHERE,
    ),
    ("Vera Lund said that Otto Brandt said that the harbour is closed.", _ELSEWHERE),
    ("Vera Lund confirmed reports that the harbour is closed.", _ELSEWHERE),
)

#: Each is no news of the other, though the words are much alike.
NO_AGREEMENT: tuple[Row, ...] = (
    (
        "The alliance said one strike near Al Shadad engaged a tactical unit.",
        "The alliance said one strike near Al Huwar engaged a tactical unit.",
    ),
    (
        "The Star said penalties for civil crimes in the harbour of Halden fell sharply.",
        "The Star said penalties for environmental crimes in the harbour of Halden fell sharply.",
    ),
    (
        "The Star said Vera Lund increased her lead over her rival Otto Brandt.",
        "The Star said Vera Lund has widened her lead over her rival Otto Brandt.",
        13,
    ),
    (
        "The Star said Vera Lund planned to vote for the treaty.",
        "The Herald said Vera Lund planned to call for a vote on the budget.",
    ),
    (
        "The ministry said a Jan. 3 strike hit the headquarters in Halden.",
        "The ministry said a Jan. 9 strike hit two trucks near the headquarters in Halden.",
    ),
    (
        "Vera Lund continued her win streak over Otto Brandt, the Star said.",
        "Vera Lund's win streak over Otto Brandt was halted, the Herald said.",
        15,
    ),
    (
        "Otto Brandt went after Vera Lund on Monday, the Star said.",
        "Vera Lund went after Otto Brandt on Monday, the Herald said.",
    ),
    (
        "Four in 10 voters in Halden said they want the next mayor to raise the harbour levy.",
        "Half of the voters in Norby said they want the next mayor to raise the harbour levy.",
    ),
    (
        "Vera Lund said trade agreements with the north.",
        "Otto Brandt praised the trade agreements with the north that Karl Munt had signed in May.",
    ),
    (
        "Vera Lund said she supports workers who demanded a $15 minimum wage.",
        "The party debated raising the minimum wage to $15, Otto Brandt said.",
    ),
    (
        "A Marlow poll said Otto Brandt has the support of 41 percent of Republican voters.",
        "A Quill poll said Otto Brandt has the support of 31 percent of Republican voters.",
    ),
    (
        "Otto Brandt promised to bomb the militia in Norland.",
        "The Star said Otto Brandt used aggressive language about bombing the militia in Norland.",
    ),
    (
        "Officials said the militia used websites to call for attacks in Halden.",
        "The Star said the militia carried out last month's attacks in Halden.",
    ),
    (
        "Vera Lund said a bold platform could help her defeat the party's presumptive nominee, "
        "Otto Brandt.",
        "Karl Munt said he will do everything to help Heidi Orm defeat the party's nominee Otto "
        "Brandt.",
    ),
    ("Otto Brandt thinks so, an aide said.", "Otto Brandt thinks, Vera Lund said."),
)

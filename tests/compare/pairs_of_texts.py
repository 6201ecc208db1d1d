"""Pairs of texts, written for the tests, with what a careful editor would call them.

Each row: the one text, the other, and the label; ``None`` where nothing is to be said of the two.
"""

Row = tuple[str, str, str | None]

NUMBERS: tuple[Row, ...] = (
    (
        "The fire brigade said 12 people were killed in the fire at the Tarvo mill.",
        "The mill's owner said 19 people were killed in the fire at the Tarvo mill.",
        "contradicts",
    ),
    (
        "Around 200 people were injured in the Lomar train crash, the railway said.",
        "The hospital in Lomar reported 207 people injured in the train crash.",
        "corroborates",
    ),
    (
        "At least 24 miners died in the explosion at Kesh, officials said.",
        "Officials said 26 miners died in the explosion at Kesh.",
        "corroborates",
    ),
    (
        "Police said 40 protesters were arrested in Orvale.",
        "Organisers said 40 protesters were injured in Orvale.",
        None,
    ),
    (
        "The flood killed 31 people in Dunmere, the mayor said.",
        "The flood killed 3 children in Dunmere, a doctor said.",
        None,
    ),
    (
        "The ministry said fewer than 10 soldiers were wounded in the raid on Harn.",
        "The rebels said more than 50 soldiers were wounded in the raid on Harn.",
        "contradicts",
    ),
    (
        "The quake near Pelda injured three people, state radio said.",
        "The quake near Pelda injured 3 people, a hospital said.",
        "corroborates",
    ),
    (
        "Two people were killed when a bus overturned near Halm.",
        "Two other people were injured when a bus overturned near Halm.",
        None,
    ),
    (
        "The union said 5,000 workers joined the strike at the Ostrel works.",
        "The company said 300 workers joined the strike at the Ostrel works.",
        "contradicts",
    ),
    (
        "A landslide buried 17 houses in Vasht, villagers said.",
        "A landslide killed 17 people in Vasht, villagers said.",
        None,
    ),
    (
        "The arrest of 36 people in the Brennick raid was announced by police.",
        "A lawyer said 52 people were arrested in the Brennick raid.",
        "contradicts",
    ),
    (
        "The navy said between 20 and 25 sailors drowned off Cape Ardal.",
        "A survivor said 22 sailors drowned off Cape Ardal.",
        "corroborates",
    ),
)

DENIALS: tuple[Row, ...] = (
    (
        "Belgravia accused the Marsh Front of planting the bomb in Ostrel.",
        "The Marsh Front denied any involvement in the Ostrel bombing.",
        "contradicts",
    ),
    (
        "Belgravia accused the Marsh Front of planting the bomb in Ostrel.",
        "The Red Column denied any involvement in the Ostrel bombing.",
        None,
    ),
    (
        "The opposition blamed the Syrian government for the gas attack on Zarda.",
        "The Syrian army denied that it had carried out the gas attack on Zarda.",
        "contradicts",
    ),
    (
        "The opposition blamed the Syrian government for the gas attack on Zarda.",
        "The French government denied that it had sold the gas used in Zarda.",
        None,
    ),
    (
        "The Marsh Front claimed responsibility for the Ostrel bombing.",
        "The Marsh Front carried out the Ostrel bombing, a minister said.",
        "corroborates",
    ),
    (
        "The minister accused the Marsh Front of the Ostrel bombing.",
        "The Red Column claimed responsibility for the Ostrel bombing.",
        "contradicts",
    ),
    (
        "Nobody has claimed responsibility for the Ostrel bombing.",
        "The Red Column claimed responsibility for the Ostrel bombing.",
        "updates",
    ),
    (
        "Prosecutors accused Daniel Orm of bribing two judges.",
        "Daniel Orm denied bribing two judges.",
        "contradicts",
    ),
    (
        "Prosecutors accused Daniel Orm of bribing two judges.",
        "Daniel Orm's lawyer declined to comment.",
        None,
    ),
    (
        "The army denied firing on the crowd in Halm.",
        "Witnesses said the army fired on the crowd in Halm.",
        "contradicts",
    ),
    (
        "The army denied firing on the crowd in Halm.",
        "Witnesses said the police fired on the crowd in Halm.",
        None,
    ),
)

NEGATIONS: tuple[Row, ...] = (
    (
        "The bank has frozen the accounts of Mirel Group, a spokesman said.",
        "The bank has not frozen the accounts of Mirel Group, a director said.",
        "contradicts",
    ),
    (
        "Actor Tom Halder has died",
        "Tom Halder Is Not Dead: Death Hoax Spreads Online",
        "contradicts",
    ),
    (
        "Actor Tom Halder has died",
        "Reports of Tom Halder's death are false, his agent says",
        "contradicts",
    ),
    (
        "Actor Tom Halder has died",
        "Actor Tom Halder dies at 71",
        "corroborates",
    ),
    (
        "Norell will close its plant in Vasht",
        "Norell denies it will close Vasht plant",
        "contradicts",
    ),
    (
        "Norell will close its plant in Vasht",
        "Norell Dismisses Rumours That It Will Close Vasht Plant",
        "contradicts",
    ),
    (
        "Norell will close its plant in Vasht",
        "No, Norell is not closing its Vasht plant",
        "contradicts",
    ),
    (
        "Norell will close its plant in Vasht",
        "Norell may close its plant in Vasht, union fears",
        "corroborates",
    ),
    (
        "No traces of mercury were found in the river Osk, the laboratory said.",
        "A second laboratory found mercury in the river Osk.",
        "contradicts",
    ),
    (
        "The minister did not attend the funeral in Harn.",
        "The minister attended the wedding in Pelda.",
        None,
    ),
    (
        "The police were caught with fake passports in Kesh.",
        "The police were caught in Kesh.",
        "corroborates",
    ),
    (
        "Anna Lind had not forgotten that the bridge at Halm had collapsed.",
        "The bridge at Halm had collapsed.",
        "not contradicts",
    ),
    (
        "The council will stop selling the land at Orvale.",
        "The council will not sell the land at Orvale.",
        "not contradicts",
    ),
    (
        "The story that the queen of Ardal has abdicated is a hoax.",
        "The queen of Ardal has abdicated.",
        "contradicts",
    ),
)

OPPOSITES: tuple[Row, ...] = (
    (
        "Lara Voss to Star in New Atlantis Film",
        "Lara Voss Drops Out of Atlantis Film",
        "contradicts",
    ),
    (
        "The president said he had fired Karl Brandt on Monday.",
        "Karl Brandt said he resigned on Monday.",
        "contradicts",
    ),
    (
        "The president asked for Karl Brandt's resignation, an aide said.",
        "Karl Brandt offered to resign, a friend said.",
        "contradicts",
    ),
    (
        "The city of Kesh has banned diesel cars.",
        "The city of Kesh allows diesel cars.",
        "contradicts",
    ),
    (
        "Parliament in Ardal approved the treaty.",
        "Parliament in Ardal rejected the treaty.",
        "contradicts",
    ),
    (
        "Ardal's exports rose in May, the ministry said.",
        "Ardal's exports fell in May, a bank said.",
        "contradicts",
    ),
    (
        "Ardal's exports rose in May, the ministry said.",
        "Ardal's imports fell in May, a bank said.",
        "not contradicts",
    ),
    (
        "Police arrested Daniel Orm in Halm.",
        "Police released Daniel Orm in Halm.",
        "contradicts",
    ),
    (
        "The Kings beat the Rovers in Halm on Sunday.",
        "The Kings lost to the Rovers in Halm on Sunday.",
        "contradicts",
    ),
)

APART: tuple[Row, ...] = (
    (
        "A tanker sank off Cape Ardal on 3 May 2019, killing nine sailors.",
        "A tanker sank off Cape Ardal on 17 June 2020, killing four sailors.",
        "not contradicts",
    ),
    (
        "A bomb in Halm killed 8 people on 3 May 2019.",
        "A bomb in Orvale killed 21 people on 3 May 2019.",
        "not contradicts",
    ),
    (
        "The mayor of Halm opened a school.",
        "Heavy rain is expected on the coast of Ardal.",
        None,
    ),
    (
        "The minister should publish the figures, the union said.",
        "The minister has not published the figures.",
        "not contradicts",
    ),
    (
        "If the dam at Osk breaks, 3,000 people will be displaced, engineers warned.",
        "300 people were displaced at Osk.",
        "not contradicts",
    ),
    (
        "The company has promised to pay 4 million crowns to the victims in Kesh.",
        "The company has paid 2 million crowns to the court in Halm.",
        "not contradicts",
    ),
)

STRUCTURE: tuple[Row, ...] = (
    (
        "Norell bought Mirel Group last year, the paper said.",
        "Mirel Group bought Norell last year, the radio said.",
        "contradicts",
    ),
    (
        "Ardal invaded Belgravia, the envoy said.",
        "Belgravia invaded Ardal, the general said.",
        "contradicts",
    ),
    (
        "Ardal shelled Belgravia on Monday, the envoy said.",
        "Belgravia shelled Ardal on Monday, the general said.",
        "not contradicts",
    ),
)

#: Written after the rules: of these and three more, 32 of 40 came out right the first time.
LATER: tuple[Row, ...] = (
    (
        "Explosion at Varna port leaves 14 dead, 30 injured",
        "Rescue workers put the death toll from the Varna port explosion at 22.",
        "contradicts",
    ),
    (
        "The governor of Tesk rejected allegations that he had taken bribes.",
        "The governor of Tesk took bribes, a former aide told the court.",
        "contradicts",
    ),
    (
        "Singer Mara Lund Arrested in Oslo",
        "Mara Lund Was Not Arrested, Police in Oslo Say",
        "contradicts",
    ),
    (
        "Helio to buy rival Brightcom for $2 billion",
        "Helio says it has no plans to buy Brightcom",
        "contradicts",
    ),
    (
        "Helio to buy rival Brightcom for $2 billion",
        "Report that Helio will buy Brightcom is bogus, CEO says",
        "contradicts",
    ),
    (
        "Helio to buy rival Brightcom for $2 billion",
        "Helio reportedly in talks to buy Brightcom",
        "not contradicts",
    ),
    (
        "Turkey accused Greece of shooting at a fishing boat.",
        "Greece said its coastguard did not shoot at any fishing boat.",
        "contradicts",
    ),
    (
        "Turkey accused Greece of shooting at a fishing boat.",
        "Cyprus said its coastguard did not shoot at any fishing boat.",
        "not contradicts",
    ),
    (
        "The blaze destroyed 40 homes in Corrin, the fire chief said.",
        "The blaze destroyed about 40 homes in Corrin, according to residents.",
        "corroborates",
    ),
    (
        "The blaze destroyed 40 homes in Corrin, the fire chief said.",
        "The blaze destroyed more than 100 homes in Corrin, according to residents.",
        "contradicts",
    ),
    (
        "The minister said the hostages had been freed.",
        "The kidnappers said the hostages had not been freed.",
        "contradicts",
    ),
    (
        "The minister said the hostages had been freed.",
        "The families said they were waiting for news of the hostages.",
        "not contradicts",
    ),
    (
        "Iran said it shot down an American drone over the Gulf.",
        "The United States said none of its drones had been shot down over the Gulf.",
        "contradicts",
    ),
    (
        "The ceasefire in Marib is holding, the envoy said.",
        "The ceasefire in Marib has collapsed, a commander said.",
        "contradicts",
    ),
    (
        "President Osei has resigned, state television said.",
        "President Osei has not resigned, his spokesman said.",
        "contradicts",
    ),
    (
        "A gunman opened fire at a school in Talbot, wounding six pupils.",
        "Six pupils were hurt when a gunman opened fire at a school in Talbot.",
        "corroborates",
    ),
    (
        "Doctors in Lund separated conjoined twins.",
        "The Lund twins story is a hoax, the hospital says.",
        "contradicts",
    ),
    (
        "Ministry: vaccine is safe for children",
        "Scientists say the vaccine is not safe for children",
        "contradicts",
    ),
    (
        "Ministry: vaccine is safe for children",
        "Ministry orders 2 million doses of the vaccine",
        "not contradicts",
    ),
    (
        "The bridge was built in 1931.",
        "The bridge was closed in 1998.",
        "not contradicts",
    ),
    (
        "The strike at Ostrel ended on Friday, the union said.",
        "The strike at Ostrel continues, the company said.",
        "contradicts",
    ),
    (
        "The army captured the town of Harn, state media reported.",
        "The rebels said the army had failed to capture the town of Harn.",
        "contradicts",
    ),
    (
        "Ten people were killed in clashes in Homs on Monday, activists said.",
        "Five people were killed in clashes in Hama on Monday, activists said.",
        "not contradicts",
    ),
    (
        "The Pentagon said the strike killed no civilians.",
        "Villagers said the strike killed nine civilians.",
        "contradicts",
    ),
    (
        "Nobody was hurt in the blast at the Kesh refinery, the company said.",
        "Four workers were hurt in the blast at the Kesh refinery, the union said.",
        "contradicts",
    ),
    (
        "The company denied that it had dumped oil in the Osk.",
        "The company dumped oil in the Osk, environmentalists said.",
        "contradicts",
    ),
    (
        "Two weeks ago the company dumped oil in the Osk, environmentalists said.",
        "The company has apologised to its investors.",
        "not contradicts",
    ),
    (
        "Maria Santos won the mayoral election in Vigo.",
        "Maria Santos lost the mayoral election in Vigo.",
        "contradicts",
    ),
    (
        "Maria Santos won the mayoral election in Vigo.",
        "Pedro Alves conceded defeat in the mayoral election in Vigo.",
        "not contradicts",
    ),
    (
        "Unemployment in Norra fell to 5 percent in June, the statistics office said.",
        "Unemployment in Norra rose in June, the opposition said.",
        "contradicts",
    ),
    (
        "Witnesses said three gunmen attacked the bank.",
        "Police said one gunman attacked the bank.",
        "contradicts",
    ),
    (
        "Officials said at least 60 people had died in the floods in Kerala.",
        "Officials said the death toll from the floods in Kerala had risen to 79.",
        "updates",
    ),
    (
        "The Observatory said 33 people, including 9 children, were killed in Douma.",
        "The Observatory said 9 children were killed in Douma.",
        "not contradicts",
    ),
    (
        "France will send troops to Mali, the minister said.",
        "France will not send troops to Mali, the president said.",
        "contradicts",
    ),
    (
        "Is the actor Tom Reyes dead?",
        "Actor Tom Reyes dies at 55",
        "not contradicts",
    ),
    (
        "The foundation said the painting is a forgery.",
        "The museum said the painting is genuine.",
        "contradicts",
    ),
    (
        "The court convicted Lena Roth of fraud.",
        "The court acquitted Lena Roth of fraud.",
        "contradicts",
    ),
)

COMMITMENTS: tuple[Row, ...] = (
    (
        "The minister falsely claimed that the bridge at Halm had been repaired.",
        "The bridge at Halm has been repaired, engineers said.",
        "contradicts",
    ),
    (
        "The minister claimed that the bridge at Halm had been repaired.",
        "The bridge at Halm has been repaired, engineers said.",
        "corroborates",
    ),
    (
        "The colonel admitted that his men had shot the prisoners in Kesh.",
        "The army denied that its men had shot the prisoners in Kesh.",
        "contradicts",
    ),
    (
        "If the bridge at Halm has been repaired, it will open in May, engineers said.",
        "The bridge at Halm has not been repaired, residents said.",
        "not contradicts",
    ),
)

"""Given names that news is full of, and whether men or women bear them. Our own knowledge.

A name that both bear, or that is missing, has no gender here: "he" and "she" then decide.
"""

from __future__ import annotations

from claimgraph.ids import folded

_MEN = frozenset(
    """
    aaron abdallah abdel abdelaziz abdul abdulaziz abdullah abdurrahman abraham abu adam adel adnan
    adolf adrian ahmad ahmed ahmet aidan akhtar akira alain alan albert alberto alejandro aleksandar
    aleksandr aleksei alessandro alexander alexandre alexei alexey alexis alfonso alfred ali
    alistair allan allen alvaro amadou ambrose amin amir amit anatoly anders andreas andrei andrew
    andrey andriy andrzej andy angus anthony anton antonio antonis antony anwar arjun armand arnold
    arthur artur arturo arun ashok ashraf asif askar avi avigdor aydin ayman aziz babak barack barry
    bartosz bashar bassam ben benedict benjamin benny benyamin bernard bernardo bernd bernie bert
    bezalel bill billy binali binyamin bjorn bob bobby boris boutros boyko brad bradley brandon
    brendan brent bret brett brian bruce bruno bryan burhan caleb carl carlo carlos carsten cecil
    cedric cesar charles charlie chester chris christian christoph christophe christopher chuck
    clarence claude claudio clifford clint clive colin connor conor corey craig curtis cyril daisuke
    damian damien dan daniel daniele danilo danny dario darren dave david davide dean deepak denis
    dennis derek desmond devlet diego dieter dietrich dimitri dimitris dmitri dmitriy dmitry dmytro
    dominic don donald doug douglas duncan dwight dylan earl ed eddie edgar edi eduardo edward edwin
    efraim egon ehud eldar elias elijah elliot elon emil emilio emmanuel emmerson enrico enrique
    eric erich erik ernest ernesto ernst erwin ethan eugene evan evgeny ezra fabio fabrice fahad
    fahd faisal farid farooq fayez federico felix ferdinand ferenc fernando fidel florian francesco
    francis francisco franco francois frank franklin franz fred frederic frederick friedrich fritz
    fuat fumio gabriel gareth garry gary gavin gebran gennady geoff geoffrey george georges georgi
    gerald gerard gerhard gerry ghassan gianni gideon gilbert giles giorgio giorgos giovanni
    giuseppe glenn gordon graham grant greg gregory grigory guenter guido guillaume guillermo gunter
    gunther gustavo guy habib hafez haider haitham hakan hamad hamdan hamid hamza hank hans harald
    haris harold haroon harry haruki harvey hasan hashim hassan heinrich heinz helmut henri henrik
    henry herbert herman hermann hideki hiroshi horst hosni howard hugh hugo hussain hussein ian
    ibrahim idris igor ilham ilir ilya imad imran ismael ismail issa itamar ivan jack jacob jacques
    jaime jair jake jakob jamal james jamie jan jared jarmo jason javad javier jawad jay jean-claude
    jean-luc jean-marie jean-pierre jean-yves jeff jeffrey jens jeremy jerome jerry jerzy jesus jim
    jimmy joachim joao joaquin joe joel joerg johan johann johannes john johnny jon jonas jonathan
    jorge jose josef joseph josh joshua jozef juan juergen julian julio julius junichi jurgen justin
    kamal karim karl kay-uwe keith ken kenneth kent kevin khaled khalid khalifa khalil kirill klaus
    klemens kofi konstantin kostas kris krzysztof kurt kyle lance larry lars laurence laurent
    lawrence lech leo leon leonard leonid leopold leroy leszek lev lewis liam lionel lloyd lorenzo
    louis luca lucas lucio luigi luis luiz lukas luke lutz maciej magnus mahathir mahmoud mahmud
    malcolm malik manmohan manuel marat marc marcel marcelo marco marcos marcus marek mario marius
    mark marko markus martin martti marvin marwan massimo matt matteo matthew matthias matti maurice
    mauricio mauro max maxim maximilian mehdi mehmet melvin michael michal michel mick miguel mihail
    mike mikhail mikko miklos milan milorad milos mircea mitch mitt moammar mohamad mohamed mohammad
    mohammad-javad mohammed moritz moses moshe moustapha muammar muhammad muhammadu murat musa
    mustafa nabil nadim naftali narendra naser nasser nathan nathaniel naveed nawaz neal ned neil
    nelson nicholas nick nicolae nicolas nigel nikita nikola nikolai nikolay nikos nils noah noam
    noel norbert norman nouri nuno nursultan oleg oleh oleksandr oleksiy oliver olivier ollie omar
    oren orlando osama oscar osman oswald otto owen pablo paolo pascal patrice patrick paul paulo
    pavel pavlo pawel pedro perry pervez peter petr petro phil philip philipp philippe phillip
    pierre piers pietro piotr prakash pravin qasem qassem radek radoslaw rafael rafik rahul raj
    rajiv ralph ramon ramzan ramzi randy raphael rashid raul ray raymond recep reinhard rene reza
    riad ricardo riccardo richard rick ricky riyad rob robert roberto rodney rodolfo rodrigo roger
    roland rolf roman romano ron ronald rory ross roy rudolf rudolph rudy rumen rupert russell
    rustam ryan saad sabri saddam sadiq saeb saeed salah saleh salem salim salman salvador salvatore
    sam sameh sami samir samuel sanjay santiago scott sean sebastian sebastien semyon serge sergei
    sergey sergio seth seymour shahid shaun shawn shehbaz shigeru shimon shinzo sidney silvio simon
    slobodan stanislav stanley stefan stefano stephan stephane stephen steve steven stewart stuart
    suleiman surendra sven taha tahir takeshi talal tareq tariq taro ted teddy terence terrence
    theodore thierry thomas thorsten tim timothy tobias todd tom tomas tomasz tommy tony toshio
    traian travis trevor trygve tyler uday udo ulf ulrich umar umberto uwe vadim valentin valery
    vance vasily vernon victor viktor vincent vincenzo vitali vitalii vitaliy vitaly vlad vladimir
    vojislav volker volodymyr vyacheslav wael walid wallace walt walter warren wayne wesley wilbur
    wilfried wilhelm willem william willy winston wladyslaw wojciech wolfgang woodrow xavier yahya
    yair yakov yaser yasir yasser yehya yevgeny yevhen yitzhak yoav yoram yoshihide yousef youssef
    yuri yuriy yusuf yves zabihullah zabiullah zachary zalmay zayd zbigniew zine zoltan zoran
    """.split()
)
_WOMEN = frozenset(
    """
    abby abigail ada adele adriana agnes agnieszka aicha aida aileen aisha aishwarya alexandra alice
    alicia alina alison allison alma alyssa amal amanda amelia amina amy ana anastasia angela
    angelica angelina anita ann anna annabel anne anne-marie annegret annette antje antoinette
    antonia aoife april ariana arlene asma astrid audrey ayesha barbara beata beatrice beatriz becky
    belinda benazir bernadette beth bethany betsy betty beverly birgit bonnie brandi brenda bridget
    brigitte brittany camilla carla carmen carol carole carolina caroline carolyn carrie cassandra
    catalina catarina caterina catherine cathy cecilia celia celine charlene charlotte cheryl chiara
    chloe christina christine cindy claire clara clare claudia colleen constance consuelo cornelia
    cristina cynthia dagmar daisy dalia daniela danielle dawn debbie deborah debra deirdre delia
    delphine denise diana diane dilma dina dolores dominique donna dora doris dorothea dorothy edith
    edna eileen ekaterina elaine eleanor elena eleni elfriede elisa elisabeth elise eliza elizabeth
    ella ellen elsa elvira emilia emily emma erica erika erin erna esra estelle esther ethel eunice
    eva eve evelyn fadwa farah fatemeh fatima fatou federica felicia felicity fiona flora florence
    frances francesca francoise freya frida gabriela gabriella gail galina gemma genevieve georgina
    geraldine gertrude ghada gina giorgia gisela gloria golda grace greta gretchen gwen hala hanan
    hanna hannah harriet heather heidi helen helena helene helga henrietta hilary hillary hina hoda
    holly ida ilse imelda indira ines ingrid irena irene irina iris irma isabel isabella isabelle
    ivana ivanka jacinda jacqueline jana jane janet janice jasmine jeanette jeanne jeannette jen
    jenna jennifer jenny jessica jill joan joanna joanne jocelyn jodi jodie johanna josephine joy
    joyce juanita judith judy julia juliana julie juliet julietta jutta kamala karen karin karla
    karolina katarina kate katharina katharine katherine kathleen kathryn kathy katie katja katrin
    katrina kayla kelli kellyanne khadija kimberly kirsten kirsty kristen kristin kristina ksenia
    laila lana larisa laura lauren layla leah leila lena leonie letizia leyla lidia lila lilian
    liliana lillian lily lina linda lindsay lisa liz liza lois lola loretta lori lorraine louise
    lubna lucia lucie lucille lucy luisa lydia lynda lynn lynne mabel madeleine madeline magdalena
    maggie maha maia malala malgorzata manal mandy manuela marcia margaret margarita margot
    margrethe maria mariam marian mariana marianne marie marilyn marina marine marion marisa
    marjorie marlene marta martha martina mary maryam matilda maureen mavis maya megan meghan
    melania melanie melinda melissa mercedes meredith mette michelle mildred mina mira miranda
    miriam mitsuko molly mona monica monika monique muriel myriam myrtle nada nadia nadine nafisa
    nahid nancy naomi natalia natalie nataliya natasha nathalie nawal neha nellie nicole nikki nina
    nora noreen norma noura odette oksana olena olga olivia paloma pamela patricia patrizia paula
    pauline peggy penelope penny petra phyllis pilar polly priscilla priti priya rachel rafaela
    raisa rana rania rasha rebecca regina renata renate rhonda ricarda rima rita roberta rosa
    rosalie rosalind rosario rose rosemary rosie roxana ruth sabina sabine sabrina sadia safiya
    sahar sally salma samantha samira sandra sanna sara sarah saskia selma serena shari sharon
    sheikha sheila shelley sherri sheryl shireen shirin shirley sigrid sigrun silke silvia sirimavo
    sofia soledad sonia sophia sophie stacey staci stacy stella stephanie sue sunita susan susana
    susanna susanne suzanne svenja svetlana sylvia sylvie tamara tammy tania tanya tara tatiana
    tatjana teresa tereza terri tess thelma theresa therese tiffany tina tracey traci trudy tzipi
    ulrike ursula ute valentina valeria valerie vanessa vera veronica veronika vicki victoria vigdis
    viola violeta virginia vivian viviane wanda wendy whitney wilhelmina winifred winnie yael yana
    yasmin yasmine yelena yevgenia yolanda yulia yvette yvonne zahra zainab zara zeinab zeynep zoe
    zofia zsuzsa zuzana
    """.split()
)


def gender_of(given: str) -> str:
    """Either "m" or "f" of a given name, "" where it shows neither.

    >>> gender_of("Igor"), gender_of("Mira"), gender_of("Konashenkov")
    ('m', 'f', '')
    """
    name = folded(given)
    if name in _MEN:
        return "" if name in _WOMEN else "m"
    return "f" if name in _WOMEN else ""

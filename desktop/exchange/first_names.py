# SPDX-License-Identifier: GPL-3.0-or-later
"""Common first names in Finland, to tell "Laine Aatu" from "Aatu Laine" by the majority of a list."""

from desktop.exchange.phrases import words

FIRST_NAMES = words("""
    aada aadolf aamu aapo aarne aaro aaron aarre aarto aatos aatu abdi abdullah ada adam adele
    agnes agneta ahmed ahti aija aila aili aini aino aira airi akseli aku alan albert alec
    aleksanteri aleksi alexander alexandra alf alfred ali alice alina alisa allan alli alma
    altti alva alvar amalia aman amanda amelia amina amira anders andreas anette anita anitta
    anja anki ann anna anne anneli annette anni annika annikki annukka ansa anssi antero anton
    antti anu ari armas armi arne arno arto arttu arturi arvi arvo asko asta astrid atso atte
    auli aune auni aura auri axel barbro beata bengt benita benjamin bernt birgit birgitta
    bjarne björn bo boris britt britta börje camilla carina carita carl carola carolina caroline
    casper catarina cecilia charlotta charlotte christa christer christian christina christine
    claes clara conny cornelia dan daniel daniela david denis dennis diana disa doris ebba eddie
    edith edvard edvin eerik eerika eero eetu eeva eevert eija eila eili einari eini eino eira
    eirik elena eleonoora elia eliana elias eliel eliisa elin elina elisa elisabet elisabeth
    eliza ella ellen elli elma elmeri elmo elna elsa else elsi elsie elvi elviira emil emilia
    emma emmi enni enok eric erica erik erika erkka erkki erland ernst esa esko essi ester
    esteri eugen eva eveliina evert fanni fanny fatima felix filip fiona frank frans fredrik
    freja frida fritjof gabriel georg gerd gertrud gisela gita greger greta gretel gun gunborg
    gunilla gunnar gunnel gustaf gustav göran görel hamid hanna hannah hanne hannele hannes
    hannu hans harald harri harriet harry hassan heidi heikki heimo heini heino helena helene
    helga heli helinä helka hella helle hellevi hellin helmi hemminki henna henni henri
    henriikka henrik henry herman hermanni hertta hilda hilja hilkka hilla hilma hugo hulda
    hussein ian ibrahim ida iida iina iiris iiro iisak iivari iivo ilari ilja ilkka ilma ilmari
    ilona ilpo ilse immo impi ina inari inga inge ingeborg inger ingmar ingrid ingvar inka
    inkeri irena irene irina iris irja irma irmeli isabella isak isla ismo isto ivan ivar jaakko
    jaakob jaana jacob jakob jalmari jan jan-erik jana jane janet jani janina janita janna janne
    jannika jari jarkko jarl jarmo jarno jasmin jasmine jean jenna jenni jennifer jenny jens
    jere jeremias jesper jesse jessica jill jimi jimmy joakim joel johan johanna johannes john
    jon jonas jonatan jonathan joni jonna jonne joona joonas joonatan joose jorma josef josefin
    josefina joska jouko jouni juha juhana juhani juho jukka julia juliaana julius jussi
    justiina justus jutta juuli juulia juuso jyri jyrki kaapo kaarina kaarle kaarlo kai kaija
    kaino kaisa kaisu kaj kalervo kaleva kalevi kalle kanerva kari kariina karin karina karita
    karl karla karo karoliina karolina kasimir kasper kasperi kata katariina katarina kate kati
    katja katri katriina kauko kauno keijo kenneth kent kerttu kerttuli khadija kia kiia kiira
    kim kimi kimmo kirill kirsi kirsikka kirsti klara klas klaus konsta kosti krista kristian
    kristiina kristina kristoffer kullero kullervo kustaa kyllikki kyösti lahja laila lars lasse
    lassi laura lauri lea leea leena leevi leif lemmikki lempi lena lenita lenna lenni leo leon
    liam lidia liina liinu liisa liisi lilja lilli lilly linda linn linnea linus lisa lisbet
    lisbeth lisen livia lotta louise loviisa lovisa lucas ludvig luka lukas lumi lydia lyydia
    lyyli maaret maaria maarit maija maiju maikki maila maire maisa maj maj-britt maja malin
    malla malva marcus mare maria marianna marianne marie marika marina marita maritta marja
    marja-leena marja-liisa marjaana marjatta marjo marju marjut mark markku marko markus
    marlene mart marta martin martina martta martti mary mathias mathilda matias matilda
    matleena mats matteus matti mattias mauno maunu maura mauri max maxim mehdi melina melissa
    merete meri merja mervi mette mia mica michael michaela miia miikka miila miina miisa mika
    mikael mikaela mikko mila milja milka milla milo mimmi minea minja minna mio mira mirella
    miriam mirja mirjami mirka mirva misa miska mohamed mohammed monica monika moona muhammad
    mustafa máret márjá naima nanna natalia natalie nea nella nelli nemo neo netta niclas nico
    nicolas nicole niila niilo niina niko nikolai nikolas nina ninja ninni noa noah noel nooa
    noomi noora nora nuutti nyyrikki oiva ola olaus olavi ole oleg olga oliver olivia olle olli
    ollipekka omar ona onerva onni oona ora osama oskar oskari osmo ossi ota otso otto oula outi
    ove paavali paavo panu pasi patricia patrick patrik paul paula pauli pauliina paulus pave
    pearl pekka pelle pentti per pertti perttu peter petja petra petri petrus petter petteri pia
    pihla piia piitu pilvi pinja pipsa pirita piritta pirjo pirkka pirkko pontus priscilla päivi
    päiviö rafael ragnar ragnhild rahim raija raila raili raimo raisa raita rakel ralf rami
    rasmus rauha rauni rauno rebecka reeta reetta regina reija reijo reima reino rene renny
    richard riia riikka riina riitta rikard rikhard riku risto rita ritva robert robin roger
    roland rolf ronja roope roosa rosa rose ruben rudolf runar runo ruth ruut saana saara saarni
    sabina sabrina sade said saija saila saima saimi saini saku salla salli salme salomo sami
    samir sampo sampsa samu samuel samuli sandra sanelma sanja sanna sanni santeri santtu sara
    sarah sari sarita sasu satu saul sebastian seela seija selim selma senja senni seppo sergei
    severi shirin signe sigrid siina siiri silja silva silvia simo simon simone sini sinikka
    siri sirkka sirkku sirpa siru sisko sivi sofia sofie soila soile soili sointu solja solveig
    sonja sophia stefan stella sten stig stina sulevi sulo suoma susan susanna susanne suvi
    svante svea sven svetlana sylvester sylvi sylvia synnöve taavetti taavi tahvo taija taika
    taimi taina taisto taneli tanja tapani tapio tarja tarmo taru tatjana tauno tea teemu teija
    teijo tellervo tenho teo teppo terhi terho terja tero terttu tessa theo theodor therese
    thomas tia tiia tiina tiitus tilda tilla timi timjami timo tina tino titta tobias toini
    toivo tom tomas tomi tommi tommy toni tony toomas torbjörn tord tore torsten touko tove
    tuija tuire tuomas tuomo tuovi tuukka tuula tuuli tuulia tuulikki tuure tyko tyra tytti
    tyyne tyyni ulf uljas ulla ulpu unto uolevi urho urpo ursula usko uuno vaapu valdemar
    valentin valentina valma valter valto valtteri vanessa varma varpu veera veeti veikka veikko
    veli veli-matti vellamo venla vera verna verner verneri veronica viena viivi viktor viktoria
    vilhelm vilhelmiina vilho vili vilja viljami viljo ville vilma vilppu viola virpi virva
    virve viveca viveka vivi voitto vuokko väinämö väinö waltteri werner wilhelm wille wilma
    yasmin ylva yngve yrjänä yrjö zahra zainab älli åke åsa åse
""")
SURNAME_ENDINGS = tuple(
    words(
        """
        nen sson son sén ström strom berg lund qvist kvist holm gren blom stedt ros man mäki niemi lahti koski järvi
        joki ranta oja salo saari pelto vaara suo aho korpi harju kangas lampi virta ov ova ev eva enko ski
        """
    )
)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Common first names in Finland, to tell "Laine Aatu" from "Aatu Laine"; a hint by majority, never a judge of one name."""

FIRST_NAMES = frozenset(
    """
    aada aadolf aamu aapo aarne aaro aaron aarre aarto aatos aatu abdi abdullah ada adam adele agnes agneta ahmed ahti aija
    aila aili aini aino aira airi akseli aku alan albert alec aleksanteri aleksi alexander alexandra alf alfred ali alice alina
    alisa allan alli alma altti alva alvar aman amalia amanda amelia amina amira anders andreas anette anita anitta anja anki
    ann anna anne anneli annette anni annika annikki annukka ansa anssi antero anton antti anu ari armas armi arne arno arto
    arttu arturi arvi arvo asko asta astrid atso atte auli aune auni aura auri axel
    barbro beata benjamin bengt benita bernt birgit birgitta bjarne björn bo boris börje britt britta
    camilla carina carita carl carola carolina caroline casper catarina cecilia charlotta charlotte christa christer christian
    christina christine clara claes conny cornelia
    dan daniel daniela david denis dennis diana disa doris
    ebba eddie edith edvard edvin eero eerik eerika eetu eeva eevert eija eila eili einari eini eino eira eirik elena eleonoora
    elia eliana elias eliel eliisa elin elina elisa elisabet elisabeth eliza ella ellen elli elma elmeri elmo elna elsa elsi else
    elsie elvi elviira emil emilia emma emmi enni enok eric erica erik erika erkka erkki erland ernst esa esko essi ester esteri
    eugen eva eveliina evert
    fanni fanny fatima felix filip fiona fredrik frank frans freja frida fritjof
    gabriel georg gerd gertrud gisela gita göran görel greger greta gretel gun gunborg gunilla gunnar gunnel gustaf gustav
    hamid hanna hannah hanne hannele hannes hannu hans harald harri harriet harry hassan heidi heikki heimo heini heino helena
    helene helga heli helinä helka hella helle hellevi hellin helmi hemminki henna henni henri henriikka henrik henry hermanni
    herman hertta hilda hilja hilkka hilla hilma hugo hulda hussein hymy
    ian ibrahim ida iida iina iiris iiro iisak iivari iivo ilari ilja ilkka ilma ilmari ilona ilpo ilta ilse immo impi ina ingrid
    inari inga inge ingeborg inger ingmar ingvar inka inkeri irena irene iris irina irja irma irmeli isa isabella isak isla ismo
    isto ivan ivar
    jaakko jaana jaakob jacob jakob jalmari jan jana jane janet jani janina janita janna janne jannika jan-erik jari jarkko jarl
    jarmo jarno jasmin jasmine jean jenna jenni jennifer jenny jens jere jeremias jesper jesse jessica jill jimi jimmy joakim joel
    johan johanna johannes john jon jonas jonatan jonathan jonna joni jonne jorma joose joonas joona joonatan josef josefin josefina
    joska jouko jouni jousia juha juhana juhani juho jukka julia juliaana julius jussi justiina justus juulia juuli juuso jutta
    jyri jyrki
    kaapo kaarina kaarle kaarlo kai kaija kaino kaisa kaisu kaj kaleva kalervo kalevi kalle kanerva kari kariina karin karina karita
    karl karla karo karolina karoliina kasimir kasper kasperi kata katarina katariina kate kati katja katri katriina kauko kauno
    kehvo keijo kenneth kent kerttu kerttuli ketty khadija kia kiia kiira kim kimi kimmo kirill kirsi kirsikka kirsti klara klas klaus
    konsta kosti krista kristian kristiina kristina kristoffer kullervo kullero kustaa kyllikki kyösti
    laila lahja lars laura lauri lasse lassi lea leea leena lempi lena lenita lenna lenni leo leon leevi leif lemmikki liam lidia
    liina liinu liisa liisi lilja lilli lilly linda linn linnea linus lisa lisbet lisbeth lisen lissu livia loviisa lovisa lotta
    louise lucas ludvig luka lukas lumi lyyli lydia lyydia
    maaria maarit maaret maija maiju maikki maila maire maisa maj maj-britt maja malin malla malva marcus mare maria marianna marianne
    marie marika marina marita maritta marja marjaana marja-leena marjatta marjo marju marjut marja-liisa mark markku marko markus
    marlene mart marta martin martina martta martti mary máret márjá mathias mathilda mats matias matilda matleena matteus matti
    mattias mauno maunu maura mauri max maxim mehdi melina melissa merete meri merja mervi mette mia mica michael michaela miia
    miikka miila miina miisa mika mikael mikaela mikko mila milja milla milka milo mimmi minea minja minna mio mira mirella miriam
    mirja mirjami mirka mirva misa miska mohamed mohammed moona monica monika muhammad mustafa myrsky
    naima nanna natalia natalie nea nella nelli nemo neo netta nico nicole niclas nicolas niila niilo niina niko nikolai nikolas
    nina ninni ninja noel noa noah noomi noora nooa nora nuutti nyyrikki
    oiva ola olavi olaus ole oleg olga oliver olivia olle olli ollipekka omar ona onerva onni oona ora osama oskar oskari osmo ossi
    ota otso otto oula outi ove
    paavali paavo panu pasi patricia patrick patrik paul paula pauli pauliina paulus pave pearl pekka pelle pentti per perttu pertti
    peter petja petra petri petrus petter petteri pia pihla piia piitu pilvi pinja pipsa pirita piritta pirjo pirkka pirkko pontus
    priscilla päivi päiviö
    rafael ragnar ragnhild rahim raija raili raila raimo raisa raita rakel ralf rami rasmus rauha rauni rauno rebecka reeta reetta
    regina reija reijo reima reino rene renny richard riia riikka riina riitta riku rikard rikhard risto rita ritva robert robin
    roger roland rolf ronja roope roosa rose rosa ruben rudolf runar runo ruth ruut
    saana saara saarni sabina sabrina sade said saija saila saima saimi saini saku salla salli salme salomo sami samir sampo sampsa
    samu samuel samuli sandra sanelma sanna sanni sanja santeri santtu sara sarah sari sarita sasu satu saul sebastian seela seija
    selim selma senja senni seppo sergei severi shirin signe sigrid siina siiri siina silja silva silvia simo simon simone sini
    sinikka siri sirkka sirkku sirpa siru sisko sivi sofia sofie soila soile soili sointu solja solveig sonja sophia stefan stella
    sten stig stina sulevi sulo suoma susan susanna susanne suvi svante svea sven svetlana sylvi sylvia sylvester synnöve
    taavetti taavi tahvo taija taika taimi taina taisto taneli tanja tapani tapio tarja tarmo taru tatjana tauno tea teemu teija
    teijo tellervo tenho teo teppo terhi terho terja tero terttu tessa theo theodor therese thomas tia tiia tiina tilda tilla tiina
    timi timo timjami tina tino tiitus titta tobias toini toivo tom tomas tomi tommi tommy toni tony torbjörn tord tore torsten touko
    toomas tove tuija tuire tuomas tuomo tuovi tuukka tuula tuulia tuulikki tuuli tuure tyko tyyne tyyni tyra tytti
    ulf ulla ulpu uljas unto uolevi urho urpo ursula usko uuno
    vaapu valdemar valentin valentina valma valter valto valtteri vanessa varma varpu veera veeti veikka veikko veli veli-matti vellamo
    venla vera verna verneri verner veronica viena viivi vilho vili viljami viljo vilhelm vilhelmiina vilja vilma viktor viktoria
    ville vilppu viola virpi virve virva viveca viveka vivi voitto vuokko väinämö väinö
    waltteri werner wilhelm wille wilma yasmin yrjö yrjänä ylva yngve
    zahra zainab åke åsa åse älli
    """.split()
)
SURNAME_ENDINGS = (
    "nen", "lainen", "läinen", "sson", "son", "sén", "ström", "strom", "berg", "lund", "qvist", "kvist", "holm", "gren", "blom",
    "stedt", "ros", "man", "mäki", "niemi", "lahti", "koski", "järvi", "joki", "ranta", "oja", "salo", "saari", "pelto", "vaara",
    "suo", "aho", "korpi", "harju", "kangas", "lampi", "virta", "ov", "ova", "ev", "eva", "enko", "ski",
)  # fmt: skip

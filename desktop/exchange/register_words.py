# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of attendance sheets in Finnish, Swedish and English: headings, row labels, cancellations."""

import re
from enum import Enum, auto

from desktop.exchange.phrases import phrases
from desktop.exchange.register_shapes import NameOrder


class Heading(Enum):
    """What a column, or the label of a row, is about."""

    NAME = auto()
    FIRST_NAME = auto()
    LAST_NAME = auto()
    CODE = auto()
    GROUP = auto()
    DATE = auto()
    TIME = auto()
    MARK = auto()
    MINUTES = auto()
    LATE_MINUTES = auto()
    REMOTE = auto()
    STATE = auto()
    HEAD_COUNT = auto()  # people without a name
    COUNT = auto()  # a count of people; the figures tell whether it includes those named
    TOTALS = auto()
    CANCELLED = auto()
    REMARKS = auto()
    DETAILS = auto()


# A phrase may belong to several: "tila" is a status in a list and a room below a register.
_PHRASES: dict[Heading, frozenset[str]] = {
    Heading.NAME: phrases(
        "nimi,nimet,osallistuja,osallistujat,osallistujan nimi,osallistujien nimet,asiakas,asiakkaat,asiakkaan nimi,"
        "nuori,nuoret,nuoren nimi,ryhmäläinen,ryhmäläiset,jäsen,jäsenet,henkilö,kävijä,koko nimi,nimi/pvm,nimi / pvm,"
        "osallistuja/pvm,namn,deltagare,deltagarna,deltagarens namn,deltagares namn,klient,klienter,kund,kunder,"
        "ungdom,ungdomar,medlem,medlemmar,person,namn/datum,besökarens namn,name,names,participant,participants,"
        "participant name,full name,client,clients,member,members,attendee,attendees,student,name/date"
    ),
    Heading.FIRST_NAME: phrases(
        "etunimi,etunimet,kutsumanimi,förnamn,tilltalsnamn,first name,first names,given name,firstname,forename"
    ),
    Heading.LAST_NAME: phrases(
        "sukunimi,efternamn,släktnamn,last name,lastname,surname,family name"
    ),
    Heading.CODE: phrases(
        "participant id,osallistujan tunnus,tunnus,koodi,kod,code,deltagar id,asiakasnumero"
    ),
    Heading.GROUP: phrases("ryhmä,ryhmän nimi,grupp,gruppen,gruppens namn,group,group name"),
    Heading.DATE: phrases(
        "päivä,pvm,päivämäärä,päiväys,päivät,päivämäärät,kokoontumispäivä,tapaamispäivä,ryhmäpäivä,tapaaminen,tapaamiset,"
        "tapaamiskerta,ajankohta,aloitusaika,alkaa,datum,dag,dagar,träff,träffar,träffens datum,tidpunkt,börjar,"
        "date,dates,day,session,sessions,session date,starts at,start,starts"
    ),
    Heading.TIME: phrases(
        "klo,kello,aika,kellonaika,alkamisaika,ajat,kl,klockan,klockslag,tid,tider,starttid,time,start time,times,at"
    ),
    Heading.MARK: phrases(
        "merkintä,merkinnät,läsnäolo,läsnäolot,läsnäolotieto,läsnäolomerkintä,tila,läsnä,paikalla,osallistuminen,osallistui,"
        "läsnä/poissa,läsnä / poissa,närvaro,närvarande,närvaro/frånvaro,markering,närvaromarkering,anteckning,mark,"
        "marks,attendance,present,status,attendance mark,attended"
    ),
    Heading.MINUTES: phrases(
        "minuutit,min,minuuttia,minuutteja,kesto,kesto min,läsnä min,minuter,längd,längd min,minutes,mins,duration,"
        "minutes attended,duration min"
    ),
    Heading.LATE_MINUTES: phrases(
        "myöhässä min,myöhästyi min,myöhästyminen,myöhästyminen min,myöhässä minuuttia,sen min,försenad min,"
        "försening,försening min,minuter sen,late min,late minutes,minutes late"
    ),
    Heading.REMOTE: phrases(
        "etä,etänä,etäosallistuminen,distans,på distans,distansdeltagande,remote,online"
    ),
    Heading.STATE: phrases("session state,tapaamisen tila,träffens status"),
    Heading.REMARKS: phrases(
        "huom,huomautus,huomautukset,huomautuksia,huomio,huomiot,huomioita,muistiinpanot,muistiinpanoja,lisätieto,"
        "lisätiedot,lisätietoja,kommentti,kommentit,kommentteja,selite,syy,poissaolon syy,muuta,muu,viesti,anm,"
        "anmärkning,anmärkningar,kommentar,kommentarer,anteckningar,övrigt,orsak,orsak till frånvaro,noter,"
        "remark,remarks,note,notes,comment,comments,reason,other,info"
    ),
    Heading.DETAILS: phrases(
        "ohjaaja,ohjaajat,ryhmänohjaaja,ryhmänohjaajat,vetäjä,vetäjät,vastuuohjaaja,vastuuhenkilö,vastuu,aihe,aiheet,"
        "teema,teemat,sisältö,ohjelma,toiminta,paikka,tila,toimipiste,viikko,vko,vk,viikonpäivä,kerta,kerrat,nro,nr,"
        "numero,järjestys,id,puhelin,puh,puhelinnumero,sähköposti,syntymäaika,synt,hetu,ikä,kunta,kotikunta,osoite,"
        "sukupuoli,omatyöntekijä,aloitti,aloitus,aloittanut,aloituspvm,lopetti,lopettanut,lopetus,allekirjoitus,kuittaus,"
        "ledare,ledarna,gruppledare,handledare,ansvarig,tema,ämne,innehåll,program,plats,lokal,enhet,vecka,v,veckodag,"
        "gång,telefon,tel,e-post,epost,födelsetid,född,ålder,kommun,hemkommun,adress,kön,egen kontaktperson,började,"
        "slutade,underskrift,leader,leaders,facilitator,topic,theme,content,programme,place,room,unit,week,weekday,"
        "no,#,number,phone,email,e-mail,born,age,municipality,address,gender,started,ended,joined,left,signature,"
        "session id,added to session,ends at,loppuu,slutar"
    ),
}

_HEAD_COUNT = re.compile(
    r"nimettöm|nimetön|nimetöntä|anonyym|anonym|ilman nime|utan namn|okänd|tuntemattom|namnlös|"
    r"\bmuut? kävijä|\bmuita kävij|övriga besök|drop-?in|satunnai"
)
_COUNT = re.compile(
    r"kävijöi|kävijämäär|kävijät|kävijäluku|henkilömäär|henkilöluku|henkilöitä|osallistujia|osallistujamäär|"
    r"osallistujat|hlömäär|besökar|deltagarantal|antal (deltagare|personer|klienter)|antal$|head ?count|visitors|"
    r"number of (people|participants|visitors)|^(lukumäärä|määrä|lkm|kpl|count|number)$"
)
_TOTAL_WORDS = phrases(
    "yhteensä,yht,yhteensa,summa,∑,σ,total,totalt,totals,sum,sammanlagt,inalles,keskiarvo,ka,medeltal,medelvärde,"
    "average,mean,%,prosentti,prosenttia,pros,procent,percent,lkm,lukumäärä,määrä,kpl,count,number,läsnäoloprosentti,"
    "osallistumisprosentti,läsnäolo%,läsnäoloaste,närvaroprocent,närvarograd,käynnit,käyntejä,käyntikerrat,käyntikertoja,"
    "läsnäolokerrat,läsnäolokertoja,osallistumiset,osallistumiskerrat,läsnäolijat,läsnäolijoita,paikallaolijat,"
    "paikallaolijoita,poissaolijat,poissaolijoita,läsnäolleet,poissaolot,poissaoloja,läsnäolot,läsnäoloja,myöhästymiset,"
    "närvaron,frånvaron,besök,gånger,tunnit,tunteja,timmar,hours,visits,rate,attendance,absences,present,absent,late,"
    "läsnä,poissa,paikalla,myöhässä,ilmoitettu,ilm,närvarande,frånvarande,närvaro,frånvaro,sen,anmäld,anmälda,notified,"
    "läsnäolo,poissaolo,osallistuminen"
)
_SURE_TOTALS = re.compile(
    r"yhteensä|\byht\b|\bsumma\b|\btotal|\bsum\b|sammanlagt|inalles|keskiarvo|medeltal|%"
)
_FILLERS = phrases(
    "kaikki,ja,och,and,of,per,the,i,alla,all,antal,kertaa,kerrat,kerta,in,henkilöä,hlö,st,/,-,–,="
)
_CANCELLED = re.compile(
    r"\bperu(ttu|utettu|untu\w*|utui|ttiin|utettiin|tettu)\b|"
    r"\bei (ryhmää|kokoon\w*|pidetty|pidetä|tapaamista|toimintaa)\b|"
    r"\binställ[dt]a?\b|\bingen (träff|grupp)\b|\bcancel+ed\b|\bno (session|group|meeting)\b|\bcalled off\b"
)
_OF_PARTICIPANTS = re.compile(
    r"osallistuj|deltagar|particip|henkilöitä|antal$|^(lukumäärä|määrä|lkm|kpl|count|number)$"
)
_FIRST_LAST = re.compile(
    r"(etuni|förnamn|first).*(sukuni|efternamn|släktnamn|last|surname)|etu- ja sukuni|för- och efternamn"
)
_LAST_FIRST = re.compile(
    r"(sukuni|efternamn|släktnamn|last|surname).*(etuni|förnamn|first)|suku- ja etuni|efter- och förnamn"
)
_LONGEST = 80
_STRIPPED = re.compile(r"[\s.:;!*?]+$|^[\s*]+")
_SPACES = re.compile(r"[\s_]+")
_BRACKETS = re.compile(r"[()\[\]]")


def plain(text: str) -> str:
    """A heading in lower case, with single spaces, without brackets and closing stops."""
    flat = _SPACES.sub(" ", _BRACKETS.sub(" ", text.casefold())).strip()
    return _STRIPPED.sub("", flat)


def headings(text: str) -> set[Heading]:
    """All that a heading or label may mean; empty for a name, a title or anything else."""
    words = plain(text[: _LONGEST + 1])
    if not words or len(text) > _LONGEST:
        return set()
    found = {heading for heading, those in _PHRASES.items() if words in those}
    if order_told(words):
        return {Heading.NAME}
    if _is_totals(words):
        found.add(Heading.TOTALS)
    if is_cancelled(text):
        found.add(Heading.CANCELLED)
    if _HEAD_COUNT.search(words):
        return {Heading.HEAD_COUNT}
    if _COUNT.search(words):
        found.add(Heading.TOTALS if _SURE_TOTALS.search(words) else Heading.COUNT)
    return found


def order_told(text: str) -> NameOrder | None:
    """The order of names that a heading such as "Sukunimi ja etunimi" speaks of."""
    words = plain(text)
    if _FIRST_LAST.search(words):
        return NameOrder.FIRST_LAST
    return NameOrder.LAST_FIRST if _LAST_FIRST.search(words) else None


def counts_participants(label: str) -> bool:
    """Whether a count of people may well include those on the list: "Osallistujia", not "Kävijöitä"."""
    return bool(_OF_PARTICIPANTS.search(plain(label)))


def is_cancelled(text: str) -> bool:
    """Whether the text says that a session was cancelled."""
    return len(text) <= 3 * _LONGEST and bool(_CANCELLED.search(text.casefold()))


def _is_totals(words: str) -> bool:
    tokens = re.sub(r"[/=–-]|(?<=\w)(?=%)", " ", words).replace(",", " ").replace(".", " ").split()
    tokens = [token.strip(".:") for token in tokens]
    return (
        bool(tokens)
        and all(token in _TOTAL_WORDS or token in _FILLERS for token in tokens)
        and any(token in _TOTAL_WORDS for token in tokens)
    )

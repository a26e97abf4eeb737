# SPDX-License-Identifier: GPL-3.0-or-later
"""The phrases that head columns and rows of attendance sheets: Finnish, then Swedish, then English."""

from enum import Enum, auto

from desktop.exchange.phrases import phrases


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
    OWN_DATE = auto()  # a date of the person, not of a session
    DETAILS = auto()


# A phrase may belong to several: "tila" is a status in a list and a room below a register.
PHRASES: dict[Heading, frozenset[str]] = {
    Heading.NAME: phrases(
        """
        nimi, nimet, koko nimi, osallistuja, osallistujat, osallistujan nimi, osallistujien nimet, asiakas,
        asiakkaat, asiakkaan nimi, nuori, nuoret, nuoren nimi, ryhmäläinen, ryhmäläiset, jäsen, jäsenet,
        henkilö, kävijä, nimi/pvm, nimi / pvm, osallistuja/pvm,
        namn, deltagare, deltagarna, deltagarens namn, deltagares namn, klient, klienter, kund, kunder,
        ungdom, ungdomar, medlem, medlemmar, besökarens namn, namn/datum, namn / datum,
        name, names, full name, participant, participants, participant name, person, client, clients,
        member, members, attendee, attendees, student, name/date, name / date
        """
    ),
    Heading.FIRST_NAME: phrases(
        """
        etunimi, etunimet, kutsumanimi, förnamn, tilltalsnamn, first name, first names, firstname,
        given name, forename
        """
    ),
    Heading.LAST_NAME: phrases(
        "sukunimi, efternamn, släktnamn, last name, lastname, surname, family name"
    ),
    Heading.CODE: phrases(
        """
        tunnus, osallistujan tunnus, koodi, asiakasnumero, kod, deltagar id, code, participant id
        """
    ),
    Heading.GROUP: phrases("ryhmä, ryhmän nimi, grupp, gruppen, gruppens namn, group, group name"),
    Heading.DATE: phrases(
        """
        päivä, pvm, päivämäärä, päiväys, päivät, päivämäärät, kokoontumispäivä, tapaamispäivä, ryhmäpäivä,
        tapaaminen, tapaamiset, tapaamiskerta, ajankohta, aloitusaika, alkaa,
        datum, dag, dagar, träff, träffar, träffens datum, tidpunkt, börjar,
        date, dates, day, session, sessions, session date, start, starts, starts at
        """
    ),
    Heading.TIME: phrases(
        """
        klo, kello, aika, ajat, kellonaika, alkamisaika, kl, klockan, klockslag, tid, tider, starttid,
        time, times, start time, at
        """
    ),
    Heading.MARK: phrases(
        """
        merkintä, merkinnät, läsnä, läsnäolo, läsnäolot, läsnäolotieto, läsnäolomerkintä, paikalla, tila,
        osallistuminen, osallistui, läsnä/poissa, läsnä / poissa,
        närvaro, närvarande, närvaro/frånvaro, markering, närvaromarkering, anteckning,
        mark, marks, attendance, attendance mark, present, attended, status
        """
    ),
    Heading.MINUTES: phrases(
        """
        minuutit, min, minuuttia, minuutteja, läsnä min, kesto, kesto min, minuter, längd, längd min,
        minutes, mins, minutes attended, duration, duration min
        """
    ),
    Heading.LATE_MINUTES: phrases(
        """
        myöhässä min, myöhästyi min, myöhästyminen, myöhästyminen min, myöhässä minuuttia,
        sen min, minuter sen, försenad min, försening, försening min, late min, late minutes, minutes late
        """
    ),
    Heading.REMOTE: phrases(
        "etä, etänä, etäosallistuminen, distans, på distans, distansdeltagande, remote, online"
    ),
    Heading.STATE: phrases("tapaamisen tila, träffens status, session state"),
    Heading.REMARKS: phrases(
        """
        huom, huomautus, huomautukset, huomautuksia, huomio, huomiot, huomioita, muistiinpanot,
        muistiinpanoja, lisätieto, lisätiedot, lisätietoja, kommentti, kommentit, kommentteja, selite, syy,
        poissaolon syy, muuta, muu, viesti,
        anm, anmärkning, anmärkningar, kommentar, kommentarer, anteckningar, övrigt, orsak,
        orsak till frånvaro, noter, remark, remarks, note, notes, comment, comments, reason, other, info
        """
    ),
    Heading.OWN_DATE: phrases(
        """
        syntymäaika, synt, syntynyt, aloitti, aloitus, aloittanut, aloituspvm, aloituspäivä,
        aloituspäivämäärä, alkoi, lopetti, lopetus, lopettanut, lopetuspäivä, päättyi, loppuu,
        födelsetid, födelsedatum, född, började, slutade, slutar, startdatum, slutdatum,
        born, birth date, date of birth, joined, left, started, ended, start date, end date, ends at
        """
    ),
    Heading.DETAILS: phrases(
        """
        ohjaaja, ohjaajat, ryhmänohjaaja, ryhmänohjaajat, vetäjä, vetäjät, vastuu, vastuuohjaaja,
        vastuuhenkilö, omatyöntekijä, aihe, aiheet, teema, teemat, sisältö, ohjelma, toiminta, paikka, tila,
        toimipiste, viikko, vko, vk, viikonpäivä, kerta, kerrat, nro, nr, numero, järjestys, puhelin, puh,
        puhelinnumero, sähköposti, osoite, kunta, kotikunta, hetu, ikä, sukupuoli, allekirjoitus,
        kuittaus,
        ledare, ledarna, gruppledare, handledare, ansvarig, egen kontaktperson, tema, ämne, innehåll,
        program, plats, lokal, enhet, vecka, v, veckodag, gång, telefon, tel, e-post, epost, adress, kommun,
        hemkommun, ålder, kön, underskrift,
        leader, leaders, facilitator, topic, theme, content, programme, place, room, unit, week, weekday,
        no, #, number, id, session id, phone, email, e-mail, address, municipality, age, gender,
        signature, added to session
        """
    ),
}

# A label is of totals when it holds none but these words, at least one of them of the first kind.
TOTAL_WORDS = phrases(
    """
    yhteensä, yht, yhteensa, summa, ∑, σ, total, totalt, totals, sum, sammanlagt, inalles, keskiarvo,
    ka, medeltal, medelvärde, average, mean, %, prosentti, prosenttia, pros, procent, percent, lkm,
    lukumäärä, määrä, kpl, count, number, läsnäoloprosentti, osallistumisprosentti, läsnäolo%,
    läsnäoloaste, närvaroprocent, närvarograd, käynnit, käyntejä, käyntikerrat, käyntikertoja,
    läsnäolokerrat, läsnäolokertoja, osallistumiset, osallistumiskerrat, läsnäolijat, läsnäolijoita,
    paikallaolijat, paikallaolijoita, poissaolijat, poissaolijoita, läsnäolleet, poissaolot,
    poissaoloja, läsnäolot, läsnäoloja, myöhästymiset, närvaron, frånvaron, besök, gånger, tunnit,
    tunteja, timmar, hours, visits, rate, attendance, absences, present, absent, late, läsnä, poissa,
    paikalla, myöhässä, ilmoitettu, ilm, närvarande, frånvarande, närvaro, frånvaro, sen, anmäld,
    anmälda, notified, läsnäolo, poissaolo, osallistuminen
    """
)
FILLERS = phrases(
    """
    kaikki, ja, och, and, of, per, the, i, alla, all, antal, kertaa, kerrat, kerta, in, henkilöä, hlö,
    st, /, -, –, =
    """
)

"""Through whom a statement came."""

import pytest

from claimgraph.reading.reader import Reader
from tests.reading.conftest import by_cue

#: A text, a word of the cue, and the relays, the one nearest the reader last.
CASES = [
    # Reported, carried, quoted by somebody.
    (
        "The bridge was hit twice, army spokesman Viktor Hanel said in comments reported by "
        "TASS state news agency.",
        "said",
        ["TASS"],
    ),
    (
        "The dam is safe, minister Ines Duarte said in remarks carried by the Lusa news agency.",
        "said",
        ["Lusa"],
    ),
    (
        "“We will not retreat,” General Omar Sayed said in a statement published by the SANA "
        "news agency.",
        "said",
        ["SANA"],
    ),
    (
        "Farmers had lost everything, the governor said in remarks broadcast by state television.",
        "said",
        ["state television"],
    ),
    (
        "“Nobody was told,” Elena Marsh was quoted by Reuters as saying.",
        "quoted",
        ["Reuters"],
    ),
    (
        "The ministry said in a statement carried by Interfax that two pilots had died.",
        "said",
        ["Interfax"],
    ),
    (
        "The talks had failed, a negotiator quoted by Al Jazeera said.",
        "said",
        ["Al Jazeera"],
    ),
    (
        "The president said in a speech aired on state television that prices would fall.",
        "said",
        ["state television"],
    ),
    (
        "President Adama was quoted by state broadcaster RTA as saying that the curfew would end.",
        "quoted",
        ["RTA"],
    ),
    # Told a medium.
    ("A security official told Reuters that the road had been mined.", "told", ["Reuters"]),
    ("“They fired first,” a witness told the BBC.", "told", ["BBC"]),
    (
        "Two diplomats told the Associated Press that the vote would be delayed.",
        "told",
        ["Associated Press"],
    ),
    ("Mayor Paul Trent told The Guardian he had not been warned.", "told", ["The Guardian"]),
    ("“It was chaos,” Maria Lopez told CNN.", "told", ["CNN"]),
    (
        "The company’s chief executive told the Financial Times that no jobs would be lost.",
        "told",
        ["Financial Times"],
    ),
    (
        "Rescue workers told AFP that forty people were missing.",
        "told",
        ["AFP"],
    ),
    (
        "A spokesman for the coalition told Al Arabiya television that the raid had ended.",
        "told",
        ["Al Arabiya"],
    ),
    ("Ms Keller said to the New York Times that she had resigned.", "said", ["New York Times"]),
    (
        "The union confirmed to the BBC that the strike would go ahead.",
        "confirmed",
        ["BBC"],
    ),
    (
        "Speaking to Sky News, the minister said the plan was dead.",
        "said",
        ["Sky News"],
    ),
    (
        "Speaking on Radio Liberty, the activist said he feared arrest.",
        "said",
        ["Radio Liberty"],
    ),
    # Interviews, letters, programmes.
    (
        "In an interview with Der Spiegel, the general said the war could last for years.",
        "said",
        ["Der Spiegel"],
    ),
    (
        "The senator said in an interview with Fox News that he would vote against it.",
        "said",
        ["Fox News"],
    ),
    (
        "The director said in a CNN interview that the data had been stolen.",
        "said",
        ["CNN"],
    ),
    (
        "In a letter to the Security Council, Iran said it had acted in self-defence.",
        "said",
        ["Security Council"],
    ),
    (
        "“I never met him,” Ms Adler wrote in an email to the Washington Post.",
        "wrote",
        ["Washington Post"],
    ),
    # Social media.
    ("“A great day for our country,” the president wrote on Twitter.", "wrote", ["Twitter"]),
    (
        "The prime minister said on Facebook that the border would stay closed.",
        "said",
        ["Facebook"],
    ),
    (
        "The group said on its Telegram channel that it had shot down a drone.",
        "said",
        ["Telegram"],
    ),
    (
        "The minister said in a post on Twitter that the sanctions would be lifted.",
        "said",
        ["Twitter"],
    ),
    (
        "The club announced via Instagram that the match had been called off.",
        "announced",
        ["Instagram"],
    ),
    (
        "The mayor posted a message on Twitter blaming the railway for the delays.",
        "blaming",
        ["Twitter"],
    ),
    # On the air.
    (
        "The colonel said on state television that the rebels had surrendered.",
        "said",
        ["state television"],
    ),
    (
        "The finance minister said on BBC Radio that taxes would have to rise.",
        "said",
        ["BBC Radio"],
    ),
    # Through somebody.
    ("Mr Bauer denied the charges through his lawyer.", "denied", ["lawyer"]),
    (
        "The actor said through a spokeswoman that he would not return.",
        "said",
        ["spokeswoman"],
    ),
    (
        "The detained editor said through her lawyer that she had been beaten.",
        "said",
        ["lawyer"],
    ),
]

NO_RELAYS = [
    ("The minister said in a statement that the bridge was safe.", "said"),
    ("Police told reporters that nobody had been hurt.", "told"),
    ("Police told the press that nobody had been hurt.", "told"),
    ("The envoy said to the media that the talks had gone well.", "said"),
    ("The army called on the newspaper to retract the report.", "called"),
    ("The general told parliament that the army was ready.", "told"),
    ("The spokesman said by telephone that he knew nothing.", "said"),
    ("The mayor said through tears that she had lost a friend.", "said"),
    ("The president said in Geneva that talks would resume.", "said"),
    ("The minister said on Monday that the plan was dead.", "said"),
    ("TASS reported that two pilots had died.", "reported"),
    ("The BBC said that it stood by its report.", "said"),
    ("The lawyer told her client to stay silent, the court said.", "said"),
    ("The senator said at a news conference that he would resign.", "said"),
    ("He told his wife that the war was over.", "told"),
    ("Residents said that soldiers had told Reuters to leave the town.", "said"),
    ("The report said that prices on Amazon had doubled.", "said"),
    ("He acknowledged the error in a letter to parents.", "acknowledged"),
]


@pytest.mark.parametrize(("text", "cue", "via"), CASES)
def test_a_relay_is_named(own_reader: Reader, text: str, cue: str, via: list[str]) -> None:
    found = by_cue(own_reader.read(text), cue)
    assert len(found.via) == len(via)
    for relay, name in zip(found.via, via, strict=True):
        assert name.removeprefix("The ") in relay.name


@pytest.mark.parametrize(("text", "cue"), NO_RELAYS)
def test_hearers_and_places_are_no_relays(own_reader: Reader, text: str, cue: str) -> None:
    assert by_cue(own_reader.read(text), cue).via == ()


def test_the_relay_is_not_part_of_the_content(own_reader: Reader) -> None:
    reading = own_reader.read(
        "“The targets were destroyed,” ministry spokesman Igor Petrov said in comments reported "
        "by Interfax."
    )
    found = by_cue(reading, "said")
    assert [span.text.strip("“”,") for span in found.content] == ["The targets were destroyed"]
    assert [span.text for span in found.cue] == ["said"]


def test_the_relay_is_not_part_of_the_source(own_reader: Reader) -> None:
    reading = own_reader.read("The talks had failed, a negotiator quoted by Al Jazeera said.")
    assert [span.text for span in by_cue(reading, "said").source] == ["a negotiator"]


def test_a_relay_is_carried_over_inside_a_paragraph(own_reader: Reader) -> None:
    reading = own_reader.read(
        "Speaking on state television, General Omar Sayed said the raid had begun at dawn. "
        "He denied that civilians had died.\n\nSayed said on Friday that the war was over."
    )
    said, denied, later = (item.via for item in reading.attributions)
    assert [relay.name for relay in said] == ["state television"]
    assert [relay.name for relay in denied] == ["state television"]
    assert later == ()


def test_a_relay_says_why(own_reader: Reader) -> None:
    reading = own_reader.read("A security official told Reuters that the road had been mined.")
    reasons = [r for r in by_cue(reading, "told").reasons if r.rule == "relay.told"]
    assert [span.text for span in reasons[0].spans] == ["Reuters"]

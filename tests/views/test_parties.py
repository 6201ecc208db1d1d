import pytest

from claimgraph.model import Interval, Participant, Source
from tests.factories import article, described, gather, person, said, same, source, speaks_for

RUSSIA = source("Russia", "state", "Moscow")
MINISTRY = source("Russian defence ministry", "organisation")
FOREIGN = source("Russian foreign ministry", "organisation")
KONASHENKOV = person("Igor Konashenkov")
ZAKHAROVA = person("Maria Zakharova")
NATO = source("NATO")
TURKEY = source("Turkey", "state")
AMERICA = source("United States", "state")
REBELS = source("the rebels", "collective")
ALLIANCE = source("rebel alliance", "armed_group")
HTS = source("Hayat Tahrir al-Sham", "armed_group", "HTS")

WORLD = gather(
    *(RUSSIA, MINISTRY, FOREIGN, KONASHENKOV, ZAKHAROVA),
    *(NATO, TURKEY, AMERICA, REBELS, ALLIANCE, HTS),
    speaks_for(KONASHENKOV, MINISTRY, "spokesman"),
    speaks_for(KONASHENKOV, MINISTRY),
    speaks_for(MINISTRY, RUSSIA),
    speaks_for(ZAKHAROVA, FOREIGN, "spokeswoman"),
    speaks_for(FOREIGN, RUSSIA),
    speaks_for(TURKEY, NATO),
    speaks_for(AMERICA, NATO),
    speaks_for(ALLIANCE, REBELS),
    speaks_for(HTS, REBELS),
).parties


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(KONASHENKOV, MINISTRY, True, id="a spokesman and his ministry"),
        pytest.param(KONASHENKOV, RUSSIA, True, id="a spokesman and his state"),
        pytest.param(KONASHENKOV, ZAKHAROVA, True, id="two ministries of one state"),
        pytest.param(TURKEY, AMERICA, False, id="two states of one alliance"),
        pytest.param(HTS, ALLIANCE, False, id="two groups of one crowd"),
        pytest.param(ALLIANCE, REBELS, True, id="a group, and the crowd that it is of"),
        pytest.param(RUSSIA, HTS, False, id="strangers"),
    ],
)
def test_who_is_on_one_side(left: Source, right: Source, expected: bool) -> None:
    assert WORLD.same_side(left.id, right.id) is expected
    assert WORLD.same_side(right.id, left.id) is expected


def test_who_speaks_for_two_bodies_is_a_side_of_their_own() -> None:
    envoy, agency = person("Envoy"), source("Agency")
    parties = gather(
        envoy, agency, TURKEY, speaks_for(envoy, agency), speaks_for(envoy, TURKEY)
    ).parties
    assert parties.side(envoy.id) == envoy.id
    assert not parties.same_side(agency.id, TURKEY.id)


def test_bodies_that_belong_to_each_other_are_no_endless_way() -> None:
    left, right = source("Left"), source("Right")
    parties = gather(left, right, speaks_for(left, right), speaks_for(right, left)).parties
    assert parties.same_side(left.id, right.id)


def test_who_left_the_body_speaks_for_it_no_more() -> None:
    during = Interval.parse("2017")
    parties = gather(
        KONASHENKOV, MINISTRY, speaks_for(KONASHENKOV, MINISTRY, "spokesman", during=during)
    ).parties
    assert parties.same_side(KONASHENKOV.id, MINISTRY.id, Interval.parse("2017-05-01"))
    assert not parties.same_side(KONASHENKOV.id, MINISTRY.id, Interval.parse("2018-11-25"))
    assert parties.describe(KONASHENKOV.id, Interval.parse("2018-11-25")) == ""


def test_a_role_is_told_once_and_better_than_none() -> None:
    assert WORLD.describe(KONASHENKOV.id) == "spokesman, Russian defence ministry"


def test_names_aliases_and_ids_find_a_party() -> None:
    found = [WORLD.find(each) for each in ("HTS", "hayat tahrir al-sham", HTS.id)]
    assert {party.key for party in found if party} == {HTS.id}
    assert WORLD.find("nobody") is None


def test_a_name_that_two_bear_finds_neither() -> None:
    twins = gather(
        source("Herald of Aleppo", "media", "Herald"), source("Herald of Homs", "media", "Herald")
    )
    assert twins.parties.named("Herald") is None


def test_an_acronym_is_short_for_a_long_name() -> None:
    assert WORLD.short(HTS.id) == "HTS"
    assert WORLD.short(RUSSIA.id) == "Russia"


def test_one_entity_shows_its_named_source() -> None:
    document = article("The alliance denied it. The commander said so.")
    vague = described(document, "an alliance of factions")
    material = gather(said(document, vague, "denied it"), ALLIANCE, entities=same(ALLIANCE, vague))
    assert material.parties.source(vague.id) == material.parties.source(ALLIANCE.id)
    assert material.parties.name(ALLIANCE.id) == "rebel alliance"


def test_somebody_who_is_no_source_is_a_party_by_name() -> None:
    crowd = WORLD.of(Participant(role="accused", name="The terrorists"))
    assert (crowd.key, crowd.name) == ("name:terrorists", "The terrorists")

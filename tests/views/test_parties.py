import pytest

from tests.factories import gather, person, source, speaks_for

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
def test_who_is_on_one_side(left, right, expected) -> None:  # type: ignore[no-untyped-def]
    assert WORLD.same_side(left.id, right.id) is expected
    assert WORLD.same_side(right.id, left.id) is expected

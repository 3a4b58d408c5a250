"""Every kind of rule a scheme may name. Adding a kind is a file here and a line in this union."""

from typing import Annotated

from pydantic import Field

from scoring.engine.rules.achievement import Achievement
from scoring.engine.rules.all_or_nothing import AllOrNothing
from scoring.engine.rules.bands import Bands
from scoring.engine.rules.by_target import ByTarget
from scoring.engine.rules.checklist import Checklist
from scoring.engine.rules.compare_reference import CompareReference
from scoring.engine.rules.deadline import Deadline
from scoring.engine.rules.equal_target import EqualTarget
from scoring.engine.rules.exec_rate import ExecRate
from scoring.engine.rules.external_convert import ExternalConvert
from scoring.engine.rules.group_split import GroupSplit
from scoring.engine.rules.in_range import InRange
from scoring.engine.rules.people import NotApplicable, ReviewerJudgement
from scoring.engine.rules.qual_three_level import QualThreeLevel
from scoring.engine.rules.ratio_max import RatioMax
from scoring.engine.rules.ratio_min import RatioMin
from scoring.engine.rules.satisfaction_scaled import SatisfactionScaled
from scoring.engine.rules.unit_deduct import UnitDeduct
from scoring.engine.rules.violation_deduct import ViolationDeduct

Rule = Annotated[
    Achievement
    | AllOrNothing
    | Bands
    | ByTarget
    | Checklist
    | CompareReference
    | Deadline
    | EqualTarget
    | ExecRate
    | ExternalConvert
    | GroupSplit
    | InRange
    | NotApplicable
    | QualThreeLevel
    | RatioMax
    | RatioMin
    | ReviewerJudgement
    | SatisfactionScaled
    | UnitDeduct
    | ViolationDeduct,
    Field(discriminator="kind"),
]

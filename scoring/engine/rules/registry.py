"""Every kind of rule a scheme may name. Adding a kind is a file here and a line in this union."""

from typing import Annotated

from pydantic import Field

from scoring.engine.rules.achievement import Achievement
from scoring.engine.rules.bands import Bands
from scoring.engine.rules.by_target import ByTarget
from scoring.engine.rules.checklist import Checklist
from scoring.engine.rules.compare_reference import CompareReference
from scoring.engine.rules.exec_rate import ExecRate
from scoring.engine.rules.external_convert import ExternalConvert
from scoring.engine.rules.group_split import GroupSplit
from scoring.engine.rules.people import NotApplicable, ReviewerJudgement
from scoring.engine.rules.qual_three_level import QualThreeLevel
from scoring.engine.rules.unit_deduct import UnitDeduct
from scoring.engine.rules.violation_deduct import ViolationDeduct

Rule = Annotated[
    Achievement
    | Bands
    | ByTarget
    | Checklist
    | CompareReference
    | ExecRate
    | ExternalConvert
    | GroupSplit
    | NotApplicable
    | QualThreeLevel
    | ReviewerJudgement
    | UnitDeduct
    | ViolationDeduct,
    Field(discriminator="kind"),
]

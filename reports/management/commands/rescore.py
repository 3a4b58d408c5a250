"""Scores undecided reports again, after an upgrade that changed the engine."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reports.models import Campaign
from reports.services.rescoring import rescore_campaign
from scoring.engine.results import ENGINE_VERSION


class Command(BaseCommand):
    help = "引擎升级后，对尚未办结的报告重新评分；已办结的报告保持办结时的评分"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", type=int, help="年度")

    def handle(self, *args: Any, **options: Any) -> None:
        campaigns = list(Campaign.objects.filter(fiscal_year=options["year"]))
        if not campaigns:
            raise CommandError(f"没有 {options['year']} 年度的自评工作")
        for campaign in campaigns:
            made = sum(rescore_campaign(campaign))
            self.stdout.write(f"{campaign}：引擎 {ENGINE_VERSION}，新评分卡 {made} 份")

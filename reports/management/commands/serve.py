"""`manage.py serve`: the whole system on this machine, prepared, started and watched."""

import io
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser, call_command
from django.db import connection, connections
from django.utils.translation import gettext as _

from config.assets import collect_changed_assets
from config.broker import BrokerError
from config.launcher import Address, LaunchError, System, interruptible


class Command(BaseCommand):
    help = "启动整个系统：数据库、消息服务、后台任务与网页服务（Ctrl-C 停止）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-example", action="store_true", help="不载入示例数据与演示账号")

    def handle(self, *, host: str, port: int, no_example: bool, **options: Any) -> None:
        try:
            system = System(settings.DATA_DIR, Address(host, port).settle(), settings.REDIS_URL)
        except LaunchError as error:
            raise CommandError(str(error)) from error
        with interruptible():
            try:
                self.run(system, example=not no_example and connection.vendor == "sqlite")
            except KeyboardInterrupt:
                self.stderr.write(_("正在停止……"))
            except (LaunchError, BrokerError) as error:
                raise CommandError(str(error)) from error
            finally:
                system.stop()

    def run(self, system: System, *, example: bool) -> None:
        """Prepare, start and watch the system until it is interrupted."""
        system.start_broker()
        accounts = self.prepare(example=example)
        system.start()
        self.stdout.write(accounts)
        self.stdout.write(self.style.SUCCESS(_("系统已启动：%s  （按 Ctrl-C 停止）") % system.address.url))
        self.stdout.flush()
        system.watch(self.stderr.write)

    def prepare(self, *, example: bool) -> str:
        """Bring database, schemes and static files up to date; what the example says of its accounts."""
        accounts = io.StringIO()
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load_schemes", keep_going=True, stdout=io.StringIO())
        if example:
            call_command("load_example", stdout=accounts)
        collect_changed_assets()
        connections.close_all()
        return accounts.getvalue()

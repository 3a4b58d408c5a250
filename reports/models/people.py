"""Bureaus, finance divisions, and the people who work for them."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Division(models.Model):
    """归口业务科室: the finance division that reviews a bureau first."""

    name = models.CharField(_("科室名称"), max_length=80, unique=True)

    class Meta:
        verbose_name = verbose_name_plural = _("归口业务科室")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Bureau(models.Model):
    """部门(单位): files. Its code keeps leading zeros; `parent` is the 主管部门."""

    code = models.CharField(_("预算单位编码"), max_length=20, unique=True)
    name = models.CharField(_("单位名称"), max_length=120)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("主管部门")
    )
    division = models.ForeignKey(
        Division, models.PROTECT, related_name="bureaus", verbose_name=_("归口业务科室")
    )

    class Meta:
        verbose_name = verbose_name_plural = _("部门(单位)")
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class UserManager(BaseUserManager["User"]):
    """Creates accounts; everyone has a role."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, password: str | None = None, **fields: Any) -> "User":
        fields.setdefault("role", User.Role.ADMINISTRATOR)
        fields.setdefault("display_name", username)
        return self.create_user(username, password, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """An account: one person, one role, at a bureau, a division or the finance department."""

    class Role(models.TextChoices):
        FILER = "filer", _("填报人")
        BUREAU_HEAD = "bureau_head", _("单位负责人")
        DIVISION_REVIEWER = "division_reviewer", _("归口业务科室")
        PERFORMANCE_OFFICE = "performance_office", _("绩效科")
        ADMINISTRATOR = "administrator", _("系统管理员")
        AUDITOR = "auditor", _("审计员")

    BUREAU_ROLES = frozenset({Role.FILER, Role.BUREAU_HEAD})

    username = models.CharField(_("用户名"), max_length=60, unique=True)
    display_name = models.CharField(_("姓名"), max_length=60)
    role = models.CharField(_("角色"), max_length=20, choices=Role.choices)
    bureau = models.ForeignKey(
        Bureau, models.PROTECT, null=True, blank=True, related_name="users", verbose_name=_("所在单位")
    )
    division = models.ForeignKey(
        Division, models.PROTECT, null=True, blank=True, related_name="users", verbose_name=_("所在科室")
    )
    is_active = models.BooleanField(_("在用"), default=True)
    date_joined = models.DateTimeField(_("开户时间"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["display_name"]

    class Meta:
        verbose_name = verbose_name_plural = _("账号")
        ordering = ["username"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(role__in=["filer", "bureau_head"]) | Q(bureau__isnull=False),
                name="bureau_role_has_bureau",
            ),
            models.CheckConstraint(
                condition=~Q(role="division_reviewer") | Q(division__isnull=False),
                name="reviewer_has_division",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def is_bureau_user(self) -> bool:
        return self.role in self.BUREAU_ROLES

    @property
    def is_staff(self) -> bool:
        """Whether the review desk is open to this account."""
        return not self.is_bureau_user

    @property
    def organisation_name(self) -> str:
        """Where this person works, as shown beside the name."""
        if self.bureau_id and self.bureau:
            return self.bureau.name
        return self.division.name if self.division_id and self.division else ""

"""Addresses of the bureau site. An address has the name of its view, its module and its test file."""

from django.contrib.auth import views as auth
from django.urls import path

from reports.views.check_report import check_report
from reports.views.check_text import check_text
from reports.views.dashboard import dashboard
from reports.views.hand_over import hand_over
from reports.views.reply_comment import reply_comment
from reports.views.report import report
from reports.views.sealed import sealed
from reports.views.section import section
from reports.views.send_back import send_back
from reports.views.settle_refused import settle_refused
from reports.views.sign import sign
from reports.views.sign_in_again import sign_in_again
from reports.views.submission import submission
from reports.views.take_back import take_back
from reports.views.withdraw import withdraw

urlpatterns = [
    path("", dashboard, name="dashboard"),
    path("text/", check_text, name="check_text"),
    path("login/", auth.LoginView.as_view(redirect_authenticated_user=True), name="login"),
    path("login/again/", sign_in_again, name="sign_in_again"),
    path("logout/", auth.LogoutView.as_view(), name="logout"),
    path("password_change/", auth.PasswordChangeView.as_view(), name="password_change"),
    path("password_change/done/", auth.PasswordChangeDoneView.as_view(), name="password_change_done"),
    path("reports/<int:pk>/", report, name="report"),
    path("reports/<int:pk>/sections/<slug:key>/", section, name="section"),
    path("reports/<int:pk>/check/", check_report, name="check_report"),
    path("reports/<int:pk>/hand-over/", hand_over, name="hand_over"),
    path("reports/<int:pk>/take-back/", take_back, name="take_back"),
    path("reports/<int:pk>/sealed/", sealed, name="sealed"),
    path("reports/<int:pk>/sign/", sign, name="sign"),
    path("reports/<int:pk>/send-back/", send_back, name="send_back"),
    path("reports/<int:pk>/withdraw/", withdraw, name="withdraw"),
    path("reports/<int:pk>/refused/<slug:key>/", settle_refused, name="settle_refused"),
    path("submissions/<int:pk>/", submission, name="submission"),
    path("comments/<int:pk>/reply/", reply_comment, name="reply_comment"),
]

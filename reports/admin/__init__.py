from reports.admin import campaigns, exports, history, people, reports, schemes, submissions, trials

__all__ = ["campaigns", "exports", "history", "people", "reports", "schemes", "submissions", "trials"]

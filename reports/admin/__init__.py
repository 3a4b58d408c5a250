from reports.admin import campaigns, exports, history, people, reports, schemes, submissions

__all__ = ["campaigns", "exports", "history", "people", "reports", "schemes", "submissions"]

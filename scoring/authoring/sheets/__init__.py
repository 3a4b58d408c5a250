"""A scheme as a workbook that a finance officer can edit, and back. No formulas in either direction."""

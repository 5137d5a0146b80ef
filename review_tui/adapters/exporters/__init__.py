"""Writes the minutes of a whole meeting in formats that others read.

A format is one file in this folder, with a function that makes bytes of ``MeetingMinutes``, and one row in
``table.py``.
"""

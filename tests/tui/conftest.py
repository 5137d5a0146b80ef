"""A book, its history and the services in memory: what the presenters put into words."""

from tests.application.conftest import table as table  # noqa: PLC0414 -- said again, so that it is a fixture here

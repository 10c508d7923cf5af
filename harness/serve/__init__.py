"""The server: the dashboard's pages and a JSON API over a history. See docs/serve.md.

guard     what holds for every answer: known hosts, headers, no traceback
app       the routes, each handed to a thread
pages     rendered pages, kept while they are asked for
api       the questions of the API to the history, answered as plain data
imports   records that are sent
openapi   the API described; `parameters` reads what a request says
current   what is made of the history, made again when that changes
server    the socket, and the end by a signal
"""

from harness.serve.app import Options, make_app
from harness.serve.pages import Page, Site
from harness.serve.server import Server

__all__ = ["Options", "Page", "Server", "Site", "make_app"]

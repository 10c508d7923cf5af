"""The server: the dashboard's pages and a JSON API over a history. See docs/serve.md.

guard       what holds for every answer: known hosts, headers, no traceback
app         the routes; each hands its work to `threads`
openapi     the API described; `parameters` reads what a request says of it
api         the questions to the history, answered as plain data; `lines` reads a record's
imports     records that are sent
pages       rendered pages, kept while there is room
answers     what is sent: JSON, pages, raw outputs; `refused` is the error for a client
current     what is made of the history, made again when that changes
server      the socket, and the end by a signal
"""

from harness.serve.app import Options, make_app
from harness.serve.pages import Page, Site
from harness.serve.server import Server
from harness.serve.threads import Threads

__all__ = ["Options", "Page", "Server", "Site", "Threads", "make_app"]

"""A small portal that puts the widget on its pages: it holds the API key, the browser never does.

    ZHENGWEN_WIDGET_KEY=… python examples/portal/server.py --service http://127.0.0.1:8000

Standard library only, so that it shows what a portal in any language has to do: serve its pages
under a strict Content-Security-Policy, and mint a token for its own visitors.
"""

from __future__ import annotations

import argparse
import json
import os
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import ProxyHandler, Request, build_opener

PAGES = Path(__file__).parent / "pages"
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
TOKEN_PATH = "/zhengwen-token"
KEY_VARIABLE = "ZHENGWEN_WIDGET_KEY"


class Portal(ThreadingHTTPServer):
    """The server with what its handler has to know: the service, and the key to it."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], service: str, key: str) -> None:
        super().__init__(address, Handler)
        self.service = service.rstrip("/")
        self.key = key
        # {service} in a page is where the widget lies: pages hold no address of their own.
        self.pages = {
            "/" + file.name: file.read_text("utf-8").replace("{service}", self.service).encode()
            for file in PAGES.iterdir()
        }
        self.pages["/"] = self.pages["/index.html"]
        self.policy = (
            f"default-src 'none'; script-src {self.service}; style-src 'self'; img-src 'self'; "
            f"connect-src 'self' {self.service}; base-uri 'none'; form-action 'self'; "
            "frame-ancestors 'none'; require-trusted-types-for 'script'"
        )


class Handler(BaseHTTPRequestHandler):
    """GET for pages, POST for a token."""

    server: Portal
    timeout = 20

    def do_GET(self) -> None:
        """A page, or 404."""
        path = self.path.partition("?")[0]
        body = self.server.pages.get(path)
        if body is None:
            self._send(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", "没有这个页面。".encode())
            return
        self._send(HTTPStatus.OK, KINDS[Path(path).suffix or ".html"], body)

    def do_POST(self) -> None:
        """A token for a visitor of this portal's own pages."""
        if self.path != TOKEN_PATH or not self._is_from_own_page():
            self._problem(HTTPStatus.FORBIDDEN, "只有本门户的网页可以取得访问凭证。")
            return
        status, body = self._mint()
        if status == HTTPStatus.OK:
            self._send(status, "application/json", body)
        else:
            self._problem(status, "问答服务没有发放访问凭证，请稍后重试。")

    def _is_from_own_page(self) -> bool:
        """A page of another site could make its visitors' browsers ask. Browsers tell it, over plain
        http (on any machine but this one) by Origin alone."""
        site = self.headers.get("Sec-Fetch-Site")
        if site is not None:
            return site == "same-origin"
        return self.headers.get("Origin", "").partition("://")[2] == self.headers["Host"]

    def _mint(self) -> tuple[int, bytes]:
        origin = self.headers.get("Origin") or f"http://{self.headers['Host']}"
        # One token a visitor, so that limits are each visitor's own; the address stays here.
        visitor = sha256(f"{self.server.key}:{self.client_address[0]}".encode()).hexdigest()[:32]
        request = Request(
            f"{self.server.service}/v1/widget/tokens",
            data=json.dumps({"origin": origin, "visitor": visitor}).encode(),
            headers={
                "Authorization": f"Bearer {self.server.key}",
                "Content-Type": "application/json",
            },
        )
        try:
            # The service stands in the same room: no proxy of the environment is asked.
            with build_opener(ProxyHandler({})).open(request, timeout=10) as response:
                return HTTPStatus.OK, response.read(65_536)
        except HTTPError as error:
            self.log_error(
                "token refused: %s %s", error.code, error.read(500).decode("utf-8", "replace")
            )
            error.close()
            return HTTPStatus.BAD_GATEWAY, b""
        except (URLError, TimeoutError) as error:
            self.log_error("service not reached: %s", error)
            return HTTPStatus.SERVICE_UNAVAILABLE, b""

    def _problem(self, status: int, detail: str) -> None:
        body = json.dumps({"status": int(status), "detail": detail}, ensure_ascii=False).encode()
        self._send(status, "application/problem+json", body)

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind),
            ("Content-Length", str(len(body))),
            ("Content-Security-Policy", self.server.policy),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ("Cache-Control", "no-store"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """One line a request, with no address of a visitor."""
        print(format % args, flush=True)  # noqa: T201


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description="演示门户")
    parser.add_argument("--service", default="http://127.0.0.1:8000", help="政问服务的地址")
    parser.add_argument("--port", type=int, default=8080)
    given = parser.parse_args()
    key = os.environ.get(KEY_VARIABLE)
    if not key:
        parser.error(f"请在环境变量 {KEY_VARIABLE} 中给出政问的 API 密钥。")
    with Portal(("127.0.0.1", given.port), given.service, key) as portal:
        print(f"演示门户：http://127.0.0.1:{portal.server_port}", flush=True)  # noqa: T201
        portal.serve_forever()


if __name__ == "__main__":
    main()

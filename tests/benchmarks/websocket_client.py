"""A browser without a screen: visits pages over Streamlit's own websocket protocol."""

from collections.abc import Mapping
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect


class Visitor:
    """One session on a running server."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket: ClientConnection

    def __enter__(self) -> Self:
        self._socket = connect(
            f"ws://127.0.0.1:{self._port}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            origin=f"http://127.0.0.1:{self._port}",  # type: ignore[arg-type]
            max_size=None,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def visit(self, page: str, query: str = "") -> list[ForwardMsg]:
        """Run the script for a page; answer every message until it has finished."""
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_name = page
        self._socket.send(message.SerializeToString())
        received = []
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(bytes(self._socket.recv(timeout=60)))  # type: ignore[arg-type]
            received.append(answer)
            if _is_over(answer):
                return received

    def errors(self, page: str, asked: Mapping[str, str]) -> list[str]:
        """Visit a page as its address asks; answer what went wrong, as the page says it."""
        query = urlencode({name: value for name, value in asked.items() if value})
        received = self.visit(page, query)
        shown = [answer.delta.new_element for answer in received if answer.WhichOneof("type") == "delta"]
        return [f"{page}: {one.exception.message}" for one in shown if one.WhichOneof("type") == "exception"]


def _is_over(answer: ForwardMsg) -> bool:
    """Whether the page stands; a script that starts again is not finished."""
    if answer.WhichOneof("type") != "script_finished":
        return False
    return answer.script_finished != ForwardMsg.ScriptFinishedStatus.FINISHED_EARLY_FOR_RERUN

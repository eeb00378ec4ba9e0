"""A browser without a screen: visits pages over Streamlit's own websocket protocol."""

from types import TracebackType
from typing import Self

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
            if answer.WhichOneof("type") == "script_finished":
                return received

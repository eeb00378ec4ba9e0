"""Entry point: `streamlit run app.py`.

The server imports this file once, as `app`; Streamlit then reruns it, as
`__main__`, for every visitor and every click.
"""

from pathlib import Path

import streamlit as st

from pages.shell import navigation

if __name__ == "__main__":
    navigation.run()
else:
    from pages.shell import server

    app = st.App(
        Path(__file__).resolve(),
        routes=server.ROUTES,
        middleware=server.MIDDLEWARE,
        lifespan=server.lifespan,
        on_script_error=server.on_script_error,
    )
    # Before the first st.navigation call of the process Streamlit would serve
    # pages/ by itself, without app.py: no sign-in, broken shared links.
    st.navigation([st.Page(navigation.run)])

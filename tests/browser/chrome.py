"""A headless Chromium, driven over a pipe by the DevTools protocol. Needs nothing but Python's own library."""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-pipe",
]
# Machines may be slow; these seconds only end a wait that is in vain.
PATIENCE = 60


def find():
    """The browser's path, or None."""
    return os.environ.get("CHROME") or next(filter(None, map(shutil.which, NAMES)), None)


class Page:
    """A tab. `complaints` collects what the console, the security policy and scripts have to say."""

    def __init__(self, width=1400, height=900):
        self.folder = tempfile.TemporaryDirectory(prefix="browser-", ignore_cleanup_errors=True)
        to_browser, self.out = os.pipe()
        self.into, from_browser = os.pipe()
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", f'exec "$0" "$@" 3<&{to_browser} 4>&{from_browser}', find(), *FLAGS,
             f"--user-data-dir={self.folder.name}", "about:blank"],
            pass_fds=(to_browser, from_browser), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.buffer = b""
        self.number = 0
        self.session = None
        self.events = []
        self.complaints = []
        self.requests = []
        targets = self.call("Target.getTargets")["targetInfos"]
        target = next(info["targetId"] for info in targets if info["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.call(f"{domain}.enable")
        self.size(width, height)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        os.close(self.out)
        os.close(self.into)
        self.folder.cleanup()

    def call(self, method, **parameters):
        """Asks the browser and waits for its answer."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.out, data):]
        while True:
            answer = self.receive(PATIENCE)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def receive(self, seconds):
        end = time.monotonic() + seconds
        while b"\0" not in self.buffer:
            if not select.select([self.into], [], [], max(0, end - time.monotonic()))[0]:
                raise TimeoutError("The browser does not answer.")
            piece = os.read(self.into, 1 << 20)
            if not piece:
                raise RuntimeError("The browser ended.")
            self.buffer += piece
        line, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(line)
        self.note(message.get("method"), message.get("params", {}))
        return message

    def note(self, method, parameters):
        if method == "Runtime.exceptionThrown":
            detail = parameters["exceptionDetails"]
            self.complaints.append(detail.get("exception", {}).get("description") or detail["text"])
        elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning", "assert"):
            self.complaints.append(str([a.get("value", a.get("description")) for a in parameters["args"]]))
        elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            self.complaints.append(parameters["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])
        elif method:
            self.events.append(method)

    def size(self, width, height):
        """Returns when the page has that size and has been drawn in it: a click before that would miss."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.wait(f"innerWidth === {width} && innerHeight === {height}")
        self.drawn()

    def drawn(self):
        """Returns when what has changed so far is on the screen."""
        self.js("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def media(self, **features):
        """Such as `prefers_color_scheme="dark"`."""
        self.call("Emulation.setEmulatedMedia",
                  features=[{"name": k.replace("_", "-"), "value": v} for k, v in features.items()])

    def open(self, url):
        """Loads a page; the seconds that it took until it could be used."""
        return self.load("Page.navigate", url=url)

    def reload(self):
        """Loads the page again; the focus begins at its top."""
        return self.load("Page.reload")

    def load(self, method, **parameters):
        self.events.clear()
        start = time.monotonic()
        self.call(method, **parameters)
        while "Page.loadEventFired" not in self.events:
            self.receive(PATIENCE)
        self.drawn()
        return time.monotonic() - start

    def js(self, expression):
        """The value of an expression; promises are waited for."""
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"].get("exception", {}).get("description", expression))
        return result["result"].get("value")

    def wait(self, expression, message=None):
        """Until an expression is true."""
        end = time.monotonic() + PATIENCE
        while not self.js(f"Boolean({expression})"):
            if time.monotonic() > end:
                raise AssertionError(message or f"did not come true: {expression}")
            time.sleep(0.02)

    def key(self, name, modifiers=0):
        code = {"Enter": 13, "Tab": 9, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, "ArrowRight": 39, "ArrowLeft": 37, "Home": 36, "End": 35}[name]
        text = {"text": "\r"} if name == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=code, modifiers=modifiers,
                      **(text if kind == "keyDown" else {}))

    def type(self, text):
        self.call("Input.insertText", text=text)

    def click(self, selector):
        """Clicks the middle of an element, as a mouse does, once it is drawn, stands still and nothing else lies there."""
        place = self.middle(selector)
        end = time.monotonic() + PATIENCE
        while True:
            self.drawn()
            before, place = place, self.middle(selector)
            if place and place == before:
                break
            if time.monotonic() > end:
                raise AssertionError(f"{selector} does not stand still" if place else f"{selector} is not drawn, or something lies above it")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def middle(self, selector):
        """Where an element's middle is when it has been scrolled to; None where it is not drawn or something lies above it."""
        return self.js(f"""(() => {{ const e = document.querySelector({json.dumps(selector)});
            e?.scrollIntoView({{ block: "center", behavior: "instant" }});
            const r = e?.getClientRects()[0], at = r && [r.x + r.width / 2, r.y + r.height / 2];
            return at && e.contains(document.elementFromPoint(...at)) ? at : null; }})()""")

    def picture(self, path):
        data = self.call("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

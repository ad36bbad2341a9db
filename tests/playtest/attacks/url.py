"""Opens a web page and looks up a name."""
import socket
import urllib.request

try:
    urllib.request.urlopen("http://127.0.0.1:@PORT@/", timeout=2)
except OSError:
    pass
try:
    if socket.getaddrinfo("example.com", 80):
        raise RuntimeError("LEAK a name was looked up")
except OSError:
    pass

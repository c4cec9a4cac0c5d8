package io.tradinggym.data.stream;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** A WebSocket server on this machine (RFC 6455), as much of it as a test needs. */
final class FakeSockets implements AutoCloseable {
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int TEXT = 1;
  private static final int CONTINUED = 0;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int LAST = 0x80;

  /** What happens on a connection; the first has number 1. */
  interface Script {
    void run(int number, Session session) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final AtomicInteger pongs = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();

  FakeSockets(Script script) {
    try {
      server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(() -> serve(script));
  }

  private void serve(Script script) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        int number = connections.incrementAndGet();
        Thread.ofVirtual().start(() -> run(socket, number, script));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void run(Socket socket, int number, Script script) {
    try (socket) {
      shake(socket);
      Thread.ofVirtual().start(() -> read(socket));
      script.run(number, new Session(socket.getOutputStream()));
    } catch (IOException e) {
      // The other side has left.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void shake(Socket socket) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      head.write(socket.getInputStream().read());
    }
    String text = head.toString(StandardCharsets.US_ASCII);
    String key = text.replaceAll("(?is).*sec-websocket-key: *([^\\r\\n]+).*", "$1");
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
      String answer =
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: "
              + Base64.getEncoder().encodeToString(hash)
              + "\r\n\r\n";
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Counts the client's pongs. */
  private void read(Socket socket) {
    try {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (true) {
        int kind = in.readUnsignedByte() & 15;
        int length = in.readUnsignedByte() & 127;
        in.readNBytes(4 + length);
        if (kind == PONG) {
          pongs.incrementAndGet();
        }
      }
    } catch (IOException e) {
      // The connection has ended.
    }
  }

  String base() {
    return "ws://127.0.0.1:" + server.getLocalPort();
  }

  int pongs() {
    return pongs.get();
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** One connection. */
  record Session(OutputStream out) {
    void send(String text) throws IOException {
      frame(LAST | TEXT, text);
    }

    /** In two frames with a ping between them, as servers may. */
    void sendInParts(String text) throws IOException {
      frame(TEXT, text.substring(0, text.length() / 2));
      frame(LAST | PING, "");
      frame(LAST | CONTINUED, text.substring(text.length() / 2));
    }

    private void frame(int first, String text) throws IOException {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      ByteArrayOutputStream frame = new ByteArrayOutputStream();
      frame.write(first);
      if (body.length < 126) {
        frame.write(body.length);
      } else {
        frame.write(126);
        frame.write(body.length >> 8);
        frame.write(body.length);
      }
      frame.writeBytes(body);
      out.write(frame.toByteArray());
      out.flush();
    }
  }
}

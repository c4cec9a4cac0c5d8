package io.tradinggym.data.stream;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.CollectException.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One WebSocket whose whole messages, and its end, go to a sink; nothing comes after {@link #close}. */
final class Connection implements AutoCloseable, WebSocket.Listener {
  private final BiConsumer<StreamLine.Kind, String> sink;
  private final HttpClient client;
  private final StringBuilder parts = new StringBuilder();
  private @Nullable WebSocket socket;
  private volatile boolean closed;

  private Connection(HttpClient client, BiConsumer<StreamLine.Kind, String> sink) {
    this.client = client;
    this.sink = sink;
  }

  /**
   * Connects.
   *
   * @throws CollectException NETWORK if it cannot
   */
  static Connection open(URI address, Duration timeout, BiConsumer<StreamLine.Kind, String> sink)
      throws CollectException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(timeout).build();
    Connection connection = new Connection(client, sink);
    try {
      connection.socket =
          client
              .newWebSocketBuilder()
              .connectTimeout(timeout)
              .buildAsync(address, connection)
              .join();
      return connection;
    } catch (CompletionException e) {
      client.close();
      throw new CollectException(
          Kind.NETWORK, "binance-stream", "cannot connect to " + address, null, e.getCause());
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    parts.append(data);
    if (last) {
      String whole = parts.toString();
      parts.setLength(0);
      send(StreamLine.Kind.MESSAGE, whole);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    send(StreamLine.Kind.CLOSED, "closed with " + code + " " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    send(StreamLine.Kind.CLOSED, error.getClass().getSimpleName() + " " + error.getMessage());
  }

  private void send(StreamLine.Kind kind, String body) {
    if (!closed) {
      sink.accept(kind, body);
    }
  }

  @Override
  public void close() {
    closed = true;
    WebSocket open = socket;
    if (open != null) {
      open.abort();
    }
    client.shutdownNow();
  }
}

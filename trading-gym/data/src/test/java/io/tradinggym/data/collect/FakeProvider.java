package io.tradinggym.data.collect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A provider on this machine that answers as it is told, and a clock that waits by moving on. */
public final class FakeProvider implements AutoCloseable, InstantSource {
  /** What to answer. */
  public record Answer(int status, String body, String retryAfter, Fault fault) {
    public static Answer ok(String body) {
      return new Answer(200, body, "", Fault.NONE);
    }

    public static Answer status(int status, String body) {
      return new Answer(status, body, "", Fault.NONE);
    }
  }

  /** What goes wrong below HTTP. */
  public enum Fault {
    NONE,
    CUT,
    SLOW,
    DROPPED
  }

  private final HttpServer server;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2025-02-24T22:00:00Z"));
  private volatile UnaryOperator<Answer> script = answer -> answer;
  private volatile java.util.function.Function<String, Answer> answers =
      path -> Answer.status(404, "{}");

  public FakeProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String address = exchange.getRequestURI().toString();
    asked.add(address);
    Answer answer = script.apply(answers.apply(address));
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    if (!answer.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
    }
    switch (answer.fault()) {
      case DROPPED -> exchange.close();
      case SLOW -> {
        try {
          Thread.sleep(1_300);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        exchange.close();
      }
      case CUT -> {
        exchange.sendResponseHeaders(answer.status(), body.length + 10);
        exchange.getResponseBody().write(body);
        exchange.close();
      }
      case NONE -> {
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
      }
    }
  }

  /** What to answer by path and query. */
  public void answer(java.util.function.Function<String, Answer> by) {
    answers = by;
  }

  /** What to make of an answer. */
  public void script(UnaryOperator<Answer> change) {
    script = change;
  }

  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Paths and queries that came, in order. */
  public List<String> asked() {
    return asked;
  }

  public List<String> log() {
    return log;
  }

  @Override
  public Instant instant() {
    return java.util.Objects.requireNonNull(now.get());
  }

  public void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  /** A fetcher that tries thrice, without delay, and waits for tokens by moving the clock. */
  public Fetcher fetcher(java.nio.file.Path folder, Secrets secrets) {
    Duration none = Duration.ZERO;
    return new Fetcher(
        folder,
        this,
        this::pass,
        secrets,
        log::add,
        new Fetcher.Retries(3, none, none, none.plusMillis(1), Duration.ofSeconds(1)));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

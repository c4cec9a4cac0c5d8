package io.tradinggym.explain.claude;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The service on this machine: answers what it is told to, and remembers what it was asked. */
final class LocalService implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
  final List<String> authorizations = new CopyOnWriteArrayList<>();
  volatile int status = 200;
  volatile String body = message(Given.GOOD, "end_turn");
  volatile String retryAfter = "";
  volatile long delay;

  LocalService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/messages", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  static String message(String text, String stop) {
    var message = JSON.createObjectNode();
    message.put("id", "msg_local").put("type", "message").put("role", "assistant");
    message.put("model", "claude-opus-5-5").put("stop_reason", stop).putNull("stop_sequence");
    message.putArray("content").addObject().put("type", "text").put("text", text);
    message.putObject("usage").put("input_tokens", 1200).put("output_tokens", 300);
    return message.toString();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      bodies.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
      authorizations.add(String.valueOf(exchange.getRequestHeaders()));
      if (delay > 0) {
        Thread.sleep(delay);
      }
      exchange.getResponseHeaders().add("content-type", "application/json");
      if (!retryAfter.isEmpty()) {
        exchange.getResponseHeaders().add("retry-after", retryAfter);
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void error(int code, String type) {
    status = code;
    body = "{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"no\"}}";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

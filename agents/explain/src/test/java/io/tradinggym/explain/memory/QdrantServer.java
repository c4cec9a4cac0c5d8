package io.tradinggym.explain.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A server that answers as Qdrant's published interface says, for what a memory asks of it: collections of Euclidean
 * vectors, points written over where they are known, filters of ranges and values, exact search in single precision.
 */
final class QdrantServer implements AutoCloseable {
  static final String KEY = "a key";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Map<String, JsonNode>> collections = new LinkedHashMap<>();
  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private final HttpServer server;

  QdrantServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Answer answer;
    if (!KEY.equals(exchange.getRequestHeaders().getFirst("api-key"))) {
      answer = new Answer(401, refusal("Must provide an API key or an Authorization bearer token"));
    } else {
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      JsonNode json = body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
      String rest = String.join("/", List.of(path).subList(3, path.length));
      answer = answer(exchange.getRequestMethod() + " " + rest, path[2], json);
    }
    byte[] bytes = answer.body().toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private record Answer(int status, JsonNode body) {}

  private static JsonNode refusal(String why) {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("status").put("error", why);
    return body.put("time", 0.0);
  }

  private static Answer result(JsonNode result) {
    ObjectNode body = JSON.createObjectNode();
    body.set("result", result);
    return new Answer(200, body.put("status", "ok").put("time", 0.0));
  }

  private Answer answer(String request, String name, JsonNode body) {
    Map<String, JsonNode> points = collections.get(name);
    if (request.equals("PUT ")) {
      if (points != null) {
        return new Answer(409, refusal("Wrong input: Collection `" + name + "` already exists!"));
      }
      collections.put(name, new LinkedHashMap<>());
      sizes.put(name, body.at("/vectors/size").asInt());
      return result(JSON.getNodeFactory().booleanNode(true));
    }
    if (points == null) {
      return new Answer(404, refusal("Not found: Collection `" + name + "` doesn't exist!"));
    }
    if (request.startsWith("GET points/")) {
      JsonNode point = points.get(request.substring("GET points/".length()));
      return point == null
          ? new Answer(404, refusal("Not found: Point with id does not exist!"))
          : result(point);
    }
    return switch (request) {
      case "GET " -> result(JSON.createObjectNode().put("status", "green"));
      case "PUT index" -> result(JSON.createObjectNode().put("status", "completed"));
      case "PUT points" -> put(name, points, body);
      case "POST points/count" -> result(JSON.createObjectNode().put("count", points.size()));
      case "POST points/query" -> query(points, body);
      default -> new Answer(404, refusal("Not found: " + request));
    };
  }

  private Answer put(String name, Map<String, JsonNode> points, JsonNode body) {
    for (JsonNode point : body.path("points")) {
      if (point.path("vector").size() != sizes.getOrDefault(name, 0)) {
        return new Answer(400, refusal("Wrong input: Vector dimension error"));
      }
      points.put(point.path("id").asText(), point);
    }
    return result(JSON.createObjectNode().put("operation_id", 0).put("status", "completed"));
  }

  private static Answer query(Map<String, JsonNode> points, JsonNode body) {
    List<ObjectNode> found = new ArrayList<>();
    for (JsonNode point : points.values()) {
      if (keeps(body.at("/filter/must"), point.path("payload"))) {
        float sum = 0;
        for (int i = 0; i < point.path("vector").size(); i++) {
          float off =
              point.path("vector").path(i).floatValue() - body.path("query").path(i).floatValue();
          sum += off * off;
        }
        ObjectNode scored = point.deepCopy();
        found.add(scored.put("version", 0).put("score", (float) Math.sqrt(sum)));
      }
    }
    // Equal scores come in no particular order.
    found.sort(
        Comparator.comparingDouble((ObjectNode point) -> point.path("score").asDouble())
            .thenComparing(point -> -point.path("id").asLong()));
    ObjectNode result = JSON.createObjectNode();
    ArrayNode all = result.putArray("points");
    found.stream().limit(body.path("limit").asInt()).forEach(all::add);
    return result(result);
  }

  private static boolean keeps(JsonNode must, JsonNode payload) {
    for (JsonNode condition : must) {
      JsonNode value = payload.path(condition.path("key").asText());
      JsonNode most = condition.at("/range/lte");
      JsonNode same = condition.at("/match/value");
      if ((!most.isMissingNode() && !(value.asDouble() <= most.asDouble()))
          || (!same.isMissingNode() && value.asLong() != same.asLong())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package io.tradinggym.experiments.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What MLflow's documentation says of its REST interface, in memory: required fields, the limits of a batch, names that
 * are allowed, params that cannot change, an experiment by its name, the filter of the search that an export needs.
 */
final class TestServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIX = "/api/2.0/mlflow/";

  private final HttpServer server;
  final Map<String, String> experiments = new LinkedHashMap<>();
  final Map<String, Run> runs = new LinkedHashMap<>();
  String token = "";
  boolean deleted;
  int failAfter = Integer.MAX_VALUE;
  int failUntil = Integer.MAX_VALUE;
  int calls;

  /** A run as the server has it. */
  static final class Run {
    final Map<String, String> params = new LinkedHashMap<>();
    final Map<String, String> tags = new LinkedHashMap<>();
    final Map<String, Map<Long, Double>> metrics = new LinkedHashMap<>();
    String experiment = "";
    String name = "";
    String status = "RUNNING";
  }

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    final int status;
    final String code;

    Refused(int status, String code, String message) {
      super(message);
      this.status = status;
      this.code = code;
    }
  }

  TestServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(PREFIX, this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Run run(String id) {
    return Objects.requireNonNull(runs.get(id), id);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      calls++;
      int status = 200;
      String body;
      try {
        String sent = exchange.getRequestHeaders().getFirst("Authorization");
        if (!token.isEmpty() && !("Bearer " + token).equals(sent)) {
          throw new Refused(401, "PERMISSION_DENIED", "who are you?");
        }
        if (calls > failAfter && calls <= failUntil) {
          throw new Refused(503, "TEMPORARILY_UNAVAILABLE", "the store is gone");
        }
        JsonNode asked =
            exchange.getRequestMethod().equals("GET")
                ? query(exchange.getRequestURI().getRawQuery())
                : JSON.readTree(exchange.getRequestBody());
        String call = exchange.getRequestURI().getPath().substring(PREFIX.length());
        body = answer(call, asked).toString();
      } catch (Refused e) {
        status = e.status;
        body =
            JSON.createObjectNode()
                .put("error_code", e.code)
                .put("message", e.getMessage())
                .toString();
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static ObjectNode query(String raw) {
    ObjectNode asked = JSON.createObjectNode();
    for (String pair : raw.split("&")) {
      String[] sides = pair.split("=", 2);
      asked.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
    }
    return asked;
  }

  private static void limit(String value, int bytes) throws Refused {
    if (value.getBytes(StandardCharsets.UTF_8).length > bytes) {
      throw new Refused(400, "INVALID_PARAMETER_VALUE", "more than " + bytes + " bytes");
    }
  }

  private ObjectNode answer(String call, JsonNode asked) throws Refused {
    ObjectNode answer = JSON.createObjectNode();
    switch (call) {
      case "experiments/get-by-name" -> {
        String name = require(asked, "experiment_name").asText();
        String id = experiments.get(name);
        if (id == null) {
          throw new Refused(404, "RESOURCE_DOES_NOT_EXIST", "no experiment " + name);
        }
        answer
            .putObject("experiment")
            .put("experiment_id", id)
            .put("name", name)
            .put("lifecycle_stage", deleted ? "deleted" : "active");
      }
      case "experiments/create" -> {
        String name = require(asked, "name").asText();
        String id = String.valueOf(experiments.size() + 1);
        if (experiments.putIfAbsent(name, id) != null) {
          throw new Refused(400, "RESOURCE_ALREADY_EXISTS", name + " exists");
        }
        answer.put("experiment_id", id);
      }
      case "runs/search" -> search(asked, answer);
      case "runs/create" -> {
        Run run = new Run();
        run.experiment = require(asked, "experiment_id").asText();
        run.name = asked.path("run_name").asText();
        require(asked, "start_time");
        for (JsonNode tag : asked.path("tags")) {
          limit(tag.path("value").asText(), 5000);
          run.tags.put(name(tag), tag.path("value").asText());
        }
        String id = "run" + runs.size();
        runs.put(id, run);
        answer.putObject("run").putObject("info").put("run_id", id).put("status", run.status);
      }
      case "runs/log-batch" -> batch(run(asked), asked);
      case "runs/update" -> run(asked).status = require(asked, "status").asText();
      default -> throw new Refused(404, "ENDPOINT_NOT_FOUND", call);
    }
    return answer;
  }

  private void search(JsonNode asked, ObjectNode answer) throws Refused {
    String filter = require(asked, "filter").asText();
    Matcher terms =
        Pattern.compile("tags\\.`trading_gym\\.run` = '(.*?)' and attributes\\.status = '(.*?)'")
            .matcher(filter);
    if (!terms.matches()) {
      throw new Refused(400, "INVALID_PARAMETER_VALUE", filter);
    }
    ArrayNode found = answer.putArray("runs");
    runs.forEach(
        (id, run) -> {
          if (terms.group(1).equals(run.tags.get(MlflowExport.IDENTITY))
              && terms.group(2).equals(run.status)) {
            found.addObject().putObject("info").put("run_id", id);
          }
        });
  }

  private void batch(Run run, JsonNode asked) throws Refused {
    if (asked.path("metrics").size() > 1000 || asked.path("params").size() > 100) {
      throw new Refused(400, "INVALID_PARAMETER_VALUE", "a batch is too large");
    }
    for (JsonNode param : asked.path("params")) {
      String value = require(param, "value").asText();
      String before = run.params.put(name(param), value);
      limit(value, 6000);
      if (before != null && !before.equals(value)) {
        throw new Refused(400, "INVALID_PARAMETER_VALUE", "param " + param);
      }
    }
    for (JsonNode metric : asked.path("metrics")) {
      require(metric, "timestamp");
      run.metrics
          .computeIfAbsent(name(metric), key -> new LinkedHashMap<>())
          .put(require(metric, "step").asLong(), require(metric, "value").asDouble());
    }
  }

  private static String name(JsonNode pair) throws Refused {
    String key = require(pair, "key").asText();
    // As MLflow's validation has it: a path that posixpath.normpath leaves as it is.
    boolean same = Arrays.stream(key.split("/", -1)).noneMatch(part -> part.matches("|\\.\\.?"));
    if (!key.matches("[\\w\\-. /:]{1,250}") || !same) {
      throw new Refused(400, "INVALID_PARAMETER_VALUE", "the name " + key);
    }
    return key;
  }

  private Run run(JsonNode asked) throws Refused {
    Run run = runs.get(require(asked, "run_id").asText());
    if (run == null) {
      throw new Refused(404, "RESOURCE_DOES_NOT_EXIST", "no such run");
    }
    return run;
  }

  private static JsonNode require(JsonNode asked, String field) throws Refused {
    if (!asked.has(field)) {
      throw new Refused(400, "INVALID_PARAMETER_VALUE", "no " + field);
    }
    return asked.path(field);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

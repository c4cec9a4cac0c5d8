package io.tradinggym.experiments.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tradinggym.experiments.mlflow.MlflowException.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of MLflow's REST interface, version 2.0. */
final class Rest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_SHOWN = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int SERVER_FAILS = 500;
  private static final int OK = 200;

  private final URI server;
  private final @Nullable String authorization;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /**
   * A server.
   *
   * @param address such as {@code http://localhost:5000}
   * @param environment variables, of which MLflow's own name a token, or a user and a password
   */
  Rest(String address, Map<String, String> environment) throws MlflowException {
    try {
      server = URI.create(address.endsWith("/") ? address : address + "/");
    } catch (IllegalArgumentException e) {
      throw new MlflowException(Kind.UNREACHABLE, "\"" + address + "\" is no address", e);
    }
    if (server.getHost() == null || !String.valueOf(server.getScheme()).matches("https?")) {
      throw new MlflowException(
          Kind.UNREACHABLE, "an address reads http://HOST:5000, was \"" + address + "\"");
    }
    authorization = authorization(environment);
  }

  private static @Nullable String authorization(Map<String, String> environment) {
    String token = environment.get("MLFLOW_TRACKING_TOKEN");
    if (token != null) {
      return "Bearer " + token;
    }
    String user = environment.get("MLFLOW_TRACKING_USERNAME");
    if (user == null) {
      return null;
    }
    String both = user + ":" + environment.getOrDefault("MLFLOW_TRACKING_PASSWORD", "");
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  JsonNode post(String call, Object body) throws MlflowException {
    try {
      return send(
          call,
          builder(call)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is there by a name; a missing node if nothing is. */
  JsonNode find(String call, String parameter, String value) throws MlflowException {
    String query = parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    return send(call, builder(call + "?" + query).GET());
  }

  private HttpRequest.Builder builder(String call) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(server.resolve("api/2.0/mlflow/" + call)).timeout(PATIENCE);
    if (authorization != null) {
      builder.header("Authorization", authorization);
    }
    return builder;
  }

  private JsonNode send(String call, HttpRequest.Builder request) throws MlflowException {
    HttpResponse<String> response;
    try {
      response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new MlflowException(
          Kind.UNREACHABLE,
          "nobody answers at " + server + " (" + e.getClass().getSimpleName() + ")",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MlflowException(Kind.UNREACHABLE, "interrupted while " + call, e);
    }
    int status = response.statusCode();
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      throw new MlflowException(
          Kind.DENIED,
          server
              + " wants other credentials (status "
              + status
              + "); MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and _PASSWORD, hold them");
    }
    JsonNode answer = read(call, response);
    if (status == OK) {
      return answer;
    }
    if (answer.path("error_code").asText().equals("RESOURCE_DOES_NOT_EXIST")
        && request.build().method().equals("GET")) {
      return MissingNode.getInstance();
    }
    String why =
        call
            + ": "
            + answer.path("error_code").asText("status " + status)
            + ", "
            + shortened(answer.path("message").asText());
    throw new MlflowException(status >= SERVER_FAILS ? Kind.SERVER : Kind.REFUSED, why);
  }

  private JsonNode read(String call, HttpResponse<String> response) throws MlflowException {
    try {
      JsonNode answer = JSON.readTree(response.body());
      if (answer.isObject()) {
        return answer;
      }
    } catch (JsonProcessingException e) {
      // It is told below.
    }
    int status = response.statusCode();
    if (status >= SERVER_FAILS) {
      throw new MlflowException(Kind.SERVER, call + ": " + server + " failed, status " + status);
    }
    throw new MlflowException(
        Kind.NO_MLFLOW,
        server
            + " does not speak MLflow's REST interface: "
            + call
            + " gave status "
            + status
            + ", \""
            + shortened(response.body().strip())
            + "\"");
  }

  private static String shortened(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + " ...";
  }
}

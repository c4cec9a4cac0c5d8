package io.tradinggym.explain.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A memory in a collection of a Qdrant server, for cases that several programs share, over its REST interface (1.10 or
 * later). The server looks at every visible case, so both laws of as-of search hold; {@link #graph} gives the second
 * one up for speed. A case is one point, written whole or not at all. Ids are taken as unsigned.
 *
 * <pre>
 *   NAME         point: id | vector (Euclid) | instrument, start, known, outcome_known, kind, outcome, hash |
 *   NAME_header  point 0: dimensions, identity |
 * </pre>
 *
 * <p>A server knows no "insert only": two programs that add the same id at the same moment write over one another.
 *
 * @see <a href="https://api.qdrant.tech/api-reference">Qdrant's REST interface</a>
 */
public final class QdrantMemory implements Memory {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  /** Candidates for each answer at first: windows overlap. */
  private static final int SPARE = 8;

  /** The server ranks in single precision: candidates as far away as the last one may have others beside them. */
  private static final float ROUNDING = 1e-5f;

  private final HttpClient client;
  private final String server;
  private final @Nullable String key;
  private final String name;
  private final String identity;
  private final Admission admission;
  private boolean exact = true;

  private QdrantMemory(
      String server, @Nullable String key, String name, int dimensions, String identity) {
    client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    this.server = server.replaceAll("/+$", "");
    this.key = key;
    this.name = name;
    this.identity = identity;
    admission = new Admission(dimensions);
  }

  /**
   * Opens a memory, or begins one.
   *
   * @param server such as {@code http://localhost:6333}
   * @param key of the interface; null for a server that asks for none
   * @param name of the collection: a letter, then letters, digits, {@code _} and {@code -}, at most 100
   * @param dimensions numbers of a vector, 1 to 65,536
   * @param identity of the embedding that vectors come from, see {@link Memory#identity}
   * @return the memory
   * @throws IllegalArgumentException if the collection holds a memory of another embedding
   * @throws IllegalStateException if the server cannot be reached, or refuses
   */
  public static QdrantMemory open(
      String server, @Nullable String key, String name, int dimensions, String identity) {
    if (!name.matches("[A-Za-z][A-Za-z0-9_-]{0,99}")) {
      throw new IllegalArgumentException(
          "a collection's name must be a letter, then letters, digits, _ and -, at most 100; was "
              + name);
    }
    QdrantMemory memory = new QdrantMemory(server, key, name, dimensions, identity);
    try {
      memory.begin();
    } catch (RuntimeException e) {
      memory.close();
      throw e;
    }
    return memory;
  }

  private void begin() {
    create(name, dimensions());
    for (String field : List.of("known", "outcome_known", "kind")) {
      ObjectNode index = JSON.createObjectNode();
      index.put("field_name", field).put("field_schema", "integer");
      require("index " + field, send("PUT", path(name, "/index?wait=true"), index));
    }
    create(name + "_header", 1);
    JsonNode header = point(name + "_header", 0);
    if (header == null) {
      ObjectNode payload = JSON.createObjectNode();
      payload.put("dimensions", dimensions()).put("identity", identity);
      put(name + "_header", 0, new float[] {0}, payload);
      return;
    }
    int kept = header.at("/payload/dimensions").asInt();
    String of = header.at("/payload/identity").asText();
    if (kept != dimensions() || !of.equals(identity)) {
      throw new IllegalArgumentException(
          "collection %s holds vectors of %d numbers of \"%s\", not of %d of \"%s\""
              .formatted(name, kept, of, dimensions(), identity));
    }
  }

  /** Another program may have made it in the same moment. */
  private void create(String collection, int size) {
    HttpResponse<String> known = send("GET", path(collection, ""), null);
    if (known.statusCode() == NOT_FOUND) {
      ObjectNode body = JSON.createObjectNode();
      body.putObject("vectors").put("size", size).put("distance", "Euclid");
      HttpResponse<String> made = send("PUT", path(collection, ""), body);
      if (made.statusCode() != CONFLICT) {
        require("make the collection " + collection, made);
      }
    } else {
      require("look for the collection " + collection, known);
    }
  }

  /**
   * Lets the server walk its graph of neighbours (HNSW) instead of looking at every case, as {@link LuceneMemory} does:
   * for large live stores, not for back-tests.
   */
  public void graph() {
    exact = false;
  }

  @Override
  public void add(Entry entry) {
    admission.require(entry);
    if (knows(entry.id())) {
      throw new IllegalArgumentException("case " + entry.id() + " is known already");
    }
    ObjectNode payload = JSON.createObjectNode();
    payload
        .put("instrument", entry.instrument())
        .put("start", entry.start())
        .put("known", entry.knownAt())
        .put("outcome_known", entry.outcomeKnownAt())
        .put("kind", entry.kind().code())
        .put("hash", entry.payload());
    if (Double.isFinite(entry.outcome())) {
      payload.put("outcome", entry.outcome());
    }
    put(name, entry.id(), entry.vector(), payload);
  }

  private void put(String collection, long id, float[] vector, ObjectNode payload) {
    ObjectNode body = JSON.createObjectNode();
    ObjectNode point = body.putArray("points").addObject();
    point.put("id", new BigInteger(Long.toUnsignedString(id)));
    point.set("vector", numbers(vector));
    point.set("payload", payload);
    require("keep case " + id, send("PUT", path(collection, "/points?wait=true"), body));
  }

  private static ArrayNode numbers(float[] vector) {
    ArrayNode numbers = JSON.createArrayNode();
    for (float value : vector) {
      numbers.add(value);
    }
    return numbers;
  }

  @Override
  public List<Match> search(Query query) {
    admission.require(query);
    for (int candidates = SPARE * query.k(); ; candidates *= 4) {
      List<Match> nearest = nearest(query, candidates);
      boolean all = nearest.size() < candidates;
      float sure = all ? Float.POSITIVE_INFINITY : nearest.getLast().distance() * (1 - ROUNDING);
      Apart apart = new Apart(query);
      nearest.stream()
          .filter(match -> all || match.distance() < sure)
          .filter(match -> query.sees(match.entry().outcomeKnownAt(), match.entry().kind().code()))
          .forEach(match -> apart.offer(match.entry(), match.distance()));
      if (apart.full() || all) {
        return apart.taken();
      }
      // Much overlapped, or all equally far: look further.
    }
  }

  private List<Match> nearest(Query query, int candidates) {
    ObjectNode body = JSON.createObjectNode();
    body.set("query", numbers(query.vector()));
    ArrayNode must = body.putObject("filter").putArray("must");
    before(must, "known", query.asOf());
    before(must, "outcome_known", query.asOf());
    Kind kind = query.kind();
    if (kind != null) {
      must.addObject().put("key", "kind").putObject("match").put("value", kind.code());
    }
    body.put("limit", candidates).put("with_payload", true).put("with_vector", true);
    body.putObject("params").put("exact", exact);
    JsonNode found =
        require("search", send("POST", path(name, "/points/query"), body)).at("/result/points");
    List<Match> matches = new ArrayList<>();
    for (JsonNode point : found) {
      Entry entry = entry(point);
      matches.add(new Match(entry, Admission.distance(entry.vector(), query.vector())));
    }
    matches.sort(Match.NEAREST_FIRST);
    return matches;
  }

  private static void before(ArrayNode must, String field, long asOf) {
    must.addObject().put("key", field).putObject("range").put("lte", asOf);
  }

  private static Entry entry(JsonNode point) {
    JsonNode numbers = point.path("vector");
    float[] vector = new float[numbers.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = numbers.path(i).floatValue();
    }
    JsonNode payload = point.path("payload");
    return new Entry(
        point.path("id").bigIntegerValue().longValue(),
        payload.path("instrument").asInt(),
        payload.path("start").asLong(),
        payload.path("known").asLong(),
        payload.path("outcome_known").asLong(),
        Kind.of(payload.path("kind").asInt()),
        vector,
        payload.path("outcome").asDouble(Double.NaN),
        payload.path("hash").asLong());
  }

  @Override
  public boolean knows(long id) {
    return point(name, id) != null;
  }

  private @Nullable JsonNode point(String collection, long id) {
    HttpResponse<String> answer =
        send("GET", path(collection, "/points/" + Long.toUnsignedString(id)), null);
    return answer.statusCode() == NOT_FOUND
        ? null
        : require("look for case " + id, answer).path("result");
  }

  @Override
  public int size() {
    ObjectNode body = JSON.createObjectNode().put("exact", true);
    return require("count", send("POST", path(name, "/points/count"), body))
        .at("/result/count")
        .asInt();
  }

  private static String path(String collection, String rest) {
    return "/collections/" + collection + rest;
  }

  private HttpResponse<String> send(String method, String path, @Nullable JsonNode body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.toString()));
    if (key != null) {
      request.header("api-key", key);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("Qdrant at " + server + " does not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Qdrant was asked", e);
    }
  }

  /** The answer, unless it is a refusal: then what the server says of it. */
  private static JsonNode require(String what, HttpResponse<String> answer) {
    JsonNode body;
    try {
      body = JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "Qdrant could not " + what + ": HTTP " + answer.statusCode() + ", and no JSON", e);
    }
    if (answer.statusCode() != OK) {
      throw new IllegalStateException(
          "Qdrant could not "
              + what
              + ": HTTP "
              + answer.statusCode()
              + ", "
              + body.at("/status/error").asText(body.toString()));
    }
    return body;
  }

  @Override
  public int dimensions() {
    return admission.dimensions();
  }

  @Override
  public String identity() {
    return identity;
  }

  /** Nothing to do: each case is on the server's disk when {@link #add} returns. */
  @Override
  public void flush() {}

  @Override
  public void close() {
    client.close();
  }
}

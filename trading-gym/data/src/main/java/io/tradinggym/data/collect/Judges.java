package io.tradinggym.data.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.data.collect.CollectException.Kind;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What providers' answers have in common: the status, and JSON. */
public final class Judges {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int QUOTED = 160;

  private Judges() {}

  /**
   * {@return the body as JSON}
   *
   * @param provider the provider's name, for messages
   * @param reply what the provider sent
   * @throws CollectException what the status means if the body is no JSON; SCHEMA if it should be
   */
  public static JsonNode json(String provider, Judge.Reply reply) throws CollectException {
    try {
      JsonNode node = JSON.readTree(reply.body());
      if (node == null || node.isMissingNode()) {
        status(provider, reply);
        throw new CollectException(Kind.UPSTREAM, provider, "the body is empty");
      }
      return node;
    } catch (JsonProcessingException e) {
      status(provider, reply);
      String start = reply.body().stripLeading().toLowerCase(Locale.ROOT);
      if (start.startsWith("<")) {
        throw new CollectException(
            Kind.UPSTREAM, provider, "a page came instead of data: " + quote(reply.body()));
      }
      if (start.contains("too many requests")
          || start.contains("exceeded")
          || start.contains("rate limit")) {
        throw new CollectException(Kind.RATE, provider, quote(reply.body()));
      }
      if (start.startsWith("{") || start.startsWith("[")) {
        throw new CollectException(
            Kind.UPSTREAM, provider, "the body is cut: " + quote(reply.body()));
      }
      throw new CollectException(
          Kind.SCHEMA, provider, "the body is no JSON: " + quote(reply.body()));
    }
  }

  /**
   * {@return JSON of an answer that a judge has accepted}
   *
   * @param provider the provider's name, for messages
   * @param fetched an answer that its judge accepted
   * @throws CollectException SCHEMA if it is no JSON
   */
  public static JsonNode parse(String provider, Fetched fetched) throws CollectException {
    return json(provider, new Judge.Reply(200, fetched.body(), -1));
  }

  /**
   * Returns if the status is below 300.
   *
   * @param provider the provider's name, for messages
   * @param reply what the provider sent
   * @throws CollectException what any other status means by itself
   */
  public static void status(String provider, Judge.Reply reply) throws CollectException {
    int status = reply.status();
    if (status < 300) {
      return;
    }
    Kind kind =
        switch (status) {
          case 401 -> Kind.AUTH;
          case 402, 403, 451 -> Kind.PLAN;
          case 404 -> Kind.NOT_FOUND;
          case 418, 429 -> Kind.RATE;
          default -> status >= 500 ? Kind.UPSTREAM : Kind.SCHEMA;
        };
    throw failure(kind, provider, "status " + status + ": " + quote(reply.body()), reply);
  }

  /**
   * {@return a failure with what the provider asks to wait}
   *
   * @param kind what went wrong
   * @param provider the provider's name, for messages
   * @param message what is wrong, without keys
   * @param reply tells how long to wait, if the provider does
   */
  public static CollectException failure(
      Kind kind, String provider, String message, Judge.Reply reply) {
    @Nullable Duration wait =
        reply.retryAfterSeconds() < 0 ? null : Duration.ofSeconds(reply.retryAfterSeconds());
    return new CollectException(kind, provider, message, wait, null);
  }

  /**
   * {@return a member that must be there}
   *
   * @param provider the provider's name, for messages
   * @param node object in which it is looked for
   * @param member name of the member
   * @throws CollectException SCHEMA if it is not
   */
  public static JsonNode need(String provider, JsonNode node, String member)
      throws CollectException {
    JsonNode found = node.get(member);
    if (found == null) {
      throw new CollectException(
          Kind.SCHEMA, provider, "\"" + member + "\" is missing in " + quote(node.toString()));
    }
    return found;
  }

  static String quote(String text) {
    String flat = text.replaceAll("\\s+", " ").strip();
    return flat.length() <= QUOTED ? flat : flat.substring(0, QUOTED) + "...";
  }
}

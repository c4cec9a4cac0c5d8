package io.tradinggym.data.collect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a provider. The key under which its answer is cached holds no secret.
 *
 * @param provider whose bucket, breaker and judge it is
 * @param base address of the provider, without a slash at the end
 * @param path with a slash at the beginning
 * @param query parameters without keys, sorted
 * @param secretQuery parameters that are keys
 * @param headers that may hold keys
 * @param settled from when on the answer never changes, as that on closed history; null if it always may
 */
public record Request(
    String provider,
    String base,
    String path,
    Map<String, String> query,
    Map<String, String> secretQuery,
    Map<String, String> headers,
    @Nullable Instant settled) {
  private static final String LEGAL = "/-._~!$&'()*+,;=:@%";

  /** Copies the maps. */
  public Request {
    query = new TreeMap<>(query);
    secretQuery = Map.copyOf(secretQuery);
    headers = Map.copyOf(headers);
  }

  /**
   * {@return a request without keys, for something that may change}
   *
   * @param provider the provider's name, for messages
   * @param base scheme and host of the provider, without a slash at the end
   * @param path of the address, with a slash at the beginning
   * @param query parameters by name
   */
  public static Request of(String provider, String base, String path, Map<String, String> query) {
    return new Request(provider, base, path, query, Map.of(), Map.of(), null);
  }

  /**
   * {@return the same request with a key in the query, in place of any that it had}
   *
   * @param name of the parameter
   * @param value the key; it is never printed
   */
  public Request withSecret(String name, String value) {
    return new Request(provider, base, path, query, Map.of(name, value), headers, settled);
  }

  /**
   * {@return the same request with one more header}
   *
   * @param name of the header
   * @param value of the header, which may be a key; it is never printed
   */
  public Request withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Request(provider, base, path, query, secretQuery, more, settled);
  }

  /**
   * {@return the same request for history that is closed from a time on: an answer that was asked for then or later is
   * kept for ever, one from before a day like any other}
   *
   * @param time from when on the answer never changes
   */
  public Request settledAt(Instant time) {
    return new Request(provider, base, path, query, secretQuery, headers, time);
  }

  /** What the cache knows it by. */
  String key() {
    return provider + " " + path + "?" + text(query);
  }

  /** The whole address, keys included: for the connection alone. */
  String address() {
    Map<String, String> all = new TreeMap<>(query);
    all.putAll(secretQuery);
    return base + encodedPath() + (all.isEmpty() ? "" : "?" + text(all));
  }

  /** The path with all that an address cannot hold encoded, as in ^GSPC; what is encoded already stays. */
  private String encodedPath() {
    StringBuilder encoded = new StringBuilder();
    for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (one & 0xff);
      if (letter < 0x80 && (Character.isLetterOrDigit(letter) || LEGAL.indexOf(letter) >= 0)) {
        encoded.append(letter);
      } else {
        encoded.append("%%%02X".formatted((int) letter));
      }
    }
    return encoded.toString();
  }

  private static String text(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The address without keys. */
  @Override
  public String toString() {
    return base + path + (query.isEmpty() ? "" : "?" + text(query));
  }
}

package io.tradinggym.explain.claude;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.JsonOutputFormat;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.TextBlock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.explain.claude.ClaudeException.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The official SDK, without retries of its own: each would be a call that the {@link Ledger} does not see. The client
 * is made with the first request (seconds, once) and serves all later ones. Its key goes into a header and nowhere
 * else. No temperature: current models refuse it.
 */
public final class SdkTransport implements Transport, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String baseUrl;
  private final String key;
  private final Duration timeout;
  private final InstantSource clock;
  private @Nullable AnthropicClient client;

  /**
   * A transport that has connected to nothing yet.
   *
   * @param baseUrl of the service; empty for the usual one
   * @param key of its user; not blank
   * @param timeout of a request
   * @param clock that stamps answers
   * @throws ClaudeException if the key is blank
   */
  public SdkTransport(String baseUrl, String key, Duration timeout, InstantSource clock) {
    if (key.isBlank()) {
      throw new ClaudeException(Kind.UNAUTHORIZED, "no key: set ANTHROPIC_API_KEY");
    }
    this.baseUrl = baseUrl;
    this.key = key;
    this.timeout = timeout;
    this.clock = clock;
  }

  private synchronized AnthropicClient client() {
    AnthropicClient made = client;
    if (made == null) {
      com.anthropic.core.Timeout limits =
          com.anthropic.core.Timeout.builder().connect(CONNECT).request(timeout).build();
      AnthropicOkHttpClient.Builder builder =
          AnthropicOkHttpClient.builder()
              .apiKey(key)
              .timeout(limits)
              .maxRetries(0)
              .checkJacksonVersionCompatibility(false);
      if (!baseUrl.isEmpty()) {
        builder.baseUrl(baseUrl);
      }
      made = builder.build();
      client = made;
    }
    return made;
  }

  @Override
  public Reply send(ClaudeRequest request) {
    try {
      return reply(client().messages().create(params(request)));
    } catch (AnthropicServiceException e) {
      throw refused(e);
    } catch (AnthropicIoException e) {
      throw new ClaudeException(Kind.NETWORK, "no answer: " + words(e), null, clean(e));
    } catch (AnthropicException e) {
      throw new ClaudeException(Kind.MALFORMED, "not an answer: " + words(e), null, clean(e));
    }
  }

  private static MessageCreateParams params(ClaudeRequest request) {
    JsonOutputFormat.Schema.Builder schema = JsonOutputFormat.Schema.builder();
    try {
      Map<?, ?> fields = JSON.readValue(request.schema(), Map.class);
      fields.forEach(
          (name, value) ->
              schema.putAdditionalProperty(String.valueOf(name), JsonValue.from(value)));
    } catch (JsonProcessingException e) {
      throw new AssertionError("the schema that ships is JSON", e);
    }
    OutputConfig output =
        OutputConfig.builder()
            .effort(OutputConfig.Effort.of(request.effort()))
            .format(JsonOutputFormat.builder().schema(schema.build()).build())
            .build();
    MessageCreateParams.Builder params =
        MessageCreateParams.builder()
            .model(request.model())
            .maxTokens(request.maxTokens())
            .system(request.system())
            .outputConfig(output)
            .addUserMessage(request.user());
    if (!request.complaint().isEmpty()) {
      params.addAssistantMessage(request.answer()).addUserMessage(request.complaint());
    }
    return params.build();
  }

  private Reply reply(Message message) {
    String text =
        message.content().stream()
            .map(ContentBlock::text)
            .flatMap(Optional::stream)
            .map(TextBlock::text)
            .collect(Collectors.joining());
    com.anthropic.models.messages.Usage usage = message.usage();
    return new Reply(
        text,
        message.stopReason().map(StopReason::asString).orElse(""),
        message.model().asString(),
        message.id(),
        new Usage(
            usage.inputTokens(),
            usage.outputTokens(),
            usage.cacheReadInputTokens().orElse(0L),
            usage.cacheCreationInputTokens().orElse(0L)),
        clock.millis());
  }

  private ClaudeException refused(AnthropicServiceException e) {
    int status = e.statusCode();
    Kind kind =
        switch (status) {
          case 400 -> Kind.BAD_REQUEST;
          case 401 -> Kind.UNAUTHORIZED;
          case 403 -> Kind.FORBIDDEN;
          case 404 -> Kind.NOT_FOUND;
          case 413 -> Kind.TOO_LARGE;
          case 408, 409, 429 -> Kind.RATE_LIMITED;
          case 529 -> Kind.OVERLOADED;
          default -> status >= 500 ? Kind.SERVER : status >= 400 ? Kind.REJECTED : Kind.MALFORMED;
        };
    Duration wait =
        e.headers().values("retry-after").stream()
            .filter(value -> value.matches("\\d{1,6}"))
            .map(value -> Duration.ofSeconds(Long.parseLong(value)))
            .findFirst()
            .orElse(null);
    return new ClaudeException(kind, "status " + status + ": " + words(e), wait, clean(e));
  }

  /** The message, without the key should a service repeat it. */
  private String words(AnthropicException e) {
    return String.valueOf(e.getMessage()).replace(key, "***");
  }

  /** A cause whose whole chain is free of the key; null otherwise. */
  private @Nullable Throwable clean(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (String.valueOf(t.getMessage()).contains(key)) {
        return null;
      }
    }
    return e;
  }

  @Override
  public synchronized void close() {
    AnthropicClient made = client;
    if (made != null) {
      made.close();
      client = null;
    }
  }

  /** Names the service and not the key. */
  @Override
  public String toString() {
    return "SdkTransport[" + (baseUrl.isEmpty() ? "default" : baseUrl) + "]";
  }
}

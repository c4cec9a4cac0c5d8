package io.tradinggym.explain.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.explain.claude.ClaudeException.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real SDK against a service on this machine. */
class SdkTransportTest {
  private static final String KEY = "sk-ant-secret-0123456789";
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(Given.NOW));
  private static LocalService service;
  private static SdkTransport transport;

  @BeforeAll
  static void start() throws IOException {
    service = new LocalService();
    transport = new SdkTransport(service.url(), KEY, Duration.ofSeconds(20), CLOCK);
  }

  @AfterAll
  static void stop() {
    transport.close();
    service.close();
  }

  @BeforeEach
  void healthy() {
    service.status = 200;
    service.body = LocalService.message(Given.GOOD, "end_turn");
    service.retryAfter = "";
    service.delay = 0;
    service.bodies.clear();
    service.authorizations.clear();
  }

  private static ClaudeException fails(Transport sender) {
    ClaudeException failure =
        catchThrowableOfType(ClaudeException.class, () -> sender.send(Given.request()));
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    assertThat(trace.toString()).doesNotContain(KEY);
    return failure;
  }

  @Test
  void anAnswerComesWithItsTokens() {
    Reply reply = transport.send(Given.request());

    assertThat(reply)
        .isEqualTo(
            new Reply(
                Given.GOOD,
                "end_turn",
                "claude-opus-5-5",
                "msg_local",
                new Usage(1200, 300, 0, 0),
                Given.NOW));
  }

  @Test
  void theRequestHoldsSchemaEffortAndNoTemperature() throws IOException {
    transport.send(Given.request());

    JsonNode body = service.bodies.getFirst();
    JsonNode schema = body.at("/output_config/format/schema");
    assertThat(schema).isEqualTo(new ObjectMapper().readTree(Given.request().schema()));
    assertThat(body.at("/output_config/format/type").asText()).isEqualTo("json_schema");
    assertThat(body.at("/output_config/effort").asText()).isEqualTo("medium");
    assertThat(body.get("max_tokens").asInt()).isEqualTo(8_000);
    assertThat(body.get("model").asText()).isEqualTo("claude-opus-5-5");
    assertThat(body.has("temperature") || body.has("top_p") || body.has("tools")).isFalse();
    assertThat(body.get("messages")).hasSize(1);
  }

  @Test
  void aRepairHoldsTheWrongAnswerAndWhatIsWrong() {
    transport.send(Given.request().repair("the answer", "the complaint"));

    JsonNode messages = service.bodies.getFirst().get("messages");
    assertThat(messages).hasSize(3);
    assertThat(messages.get(1).get("role").asText()).isEqualTo("assistant");
    assertThat(messages.get(1).toString()).contains("the answer");
    assertThat(messages.get(2).toString()).contains("the complaint");
  }

  @Test
  void theKeyTravelsInAHeaderAndStandsNowhereElse() {
    transport.send(Given.request());

    assertThat(service.authorizations.getFirst()).contains(KEY);
    assertThat(service.bodies.getFirst().toString()).doesNotContain(KEY);
    assertThat(transport.toString()).doesNotContain(KEY);
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request_error, BAD_REQUEST",
    "401, authentication_error, UNAUTHORIZED",
    "403, permission_error, FORBIDDEN",
    "404, not_found_error, NOT_FOUND",
    "408, timeout_error, RATE_LIMITED",
    "409, conflict_error, RATE_LIMITED",
    "413, request_too_large, TOO_LARGE",
    "422, invalid_request_error, REJECTED",
    "429, rate_limit_error, RATE_LIMITED",
    "500, api_error, SERVER",
    "503, api_error, SERVER",
    "529, overloaded_error, OVERLOADED"
  })
  void everyErrorIsToldApartAfterOneCall(int status, String type, Kind kind) {
    service.error(status, type);

    ClaudeException failure = fails(transport);

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessageContaining("status " + status);
    assertThat(service.bodies).as("calls that the ledger would not see").hasSize(1);
  }

  @Test
  void theWaitThatTheServiceAsksForIsTold() {
    service.error(429, "rate_limit_error");
    service.retryAfter = "7";

    assertThat(fails(transport).retryAfter()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aTimeoutIsAFailureOfTheNetwork() {
    service.delay = 3_000;
    try (SdkTransport hasty = new SdkTransport(service.url(), KEY, Duration.ofMillis(200), CLOCK)) {
      assertThat(fails(hasty).kind()).isEqualTo(Kind.NETWORK);
    }
  }

  @Test
  void nobodyThereIsAFailureOfTheNetwork() {
    try (SdkTransport lost =
        new SdkTransport("http://127.0.0.1:1", KEY, Duration.ofSeconds(5), CLOCK)) {
      assertThat(fails(lost).kind()).isEqualTo(Kind.NETWORK);
    }
  }

  @Test
  void whatIsNoAnswerIsSaidToBeNone() {
    service.body = "<html>gateway</html>";
    assertThat(fails(transport).kind()).isEqualTo(Kind.MALFORMED);

    service.body = "{\"id\": \"msg_1\"}";
    assertThat(fails(transport).kind()).isEqualTo(Kind.MALFORMED);
  }

  @Test
  void aServiceThatRepeatsTheKeyDoesNotMakeItPublic() {
    service.status = 401;
    service.body =
        "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"bad key "
            + KEY
            + "\"}}";

    assertThat(fails(transport)).hasMessageContaining("***");
  }

  @Test
  void withoutAKeyThereIsNoTransport() {
    assertThatThrownBy(() -> new SdkTransport("", " ", Duration.ofSeconds(1), CLOCK))
        .isInstanceOf(ClaudeException.class)
        .hasMessage("no key: set ANTHROPIC_API_KEY");
  }
}

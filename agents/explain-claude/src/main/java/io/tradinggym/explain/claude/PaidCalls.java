package io.tradinggym.explain.claude;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.tradinggym.explain.claude.ClaudeException.Kind;
import java.time.Duration;

/**
 * Requests with retries, each of which is paid for by itself: reserved before it is sent, settled when it is answered.
 * A failure that surely cost nothing gives its reservation back; one whose cost is not known keeps it. After some
 * failures in a row nothing is sent for a while.
 */
final class PaidCalls {
  private static final Duration BACKOFF = Duration.ofNanos(-1);

  private final Transport transport;
  private final Ledger ledger;
  private final ModelTerms terms;
  private final CircuitBreaker<Reply> breaker;
  private final RetryPolicy<Reply> retries;

  PaidCalls(Transport transport, Ledger ledger, ModelTerms terms, Patience patience) {
    this.transport = transport;
    this.ledger = ledger;
    this.terms = terms;
    breaker =
        CircuitBreaker.<Reply>builder()
            .handleIf(PaidCalls::again)
            .withFailureThreshold(patience.failures())
            .withDelay(patience.open())
            .build();
    retries =
        RetryPolicy.<Reply>builder()
            .handleIf(PaidCalls::again)
            .withMaxAttempts(patience.attempts())
            .withBackoff(patience.first(), patience.longest())
            .withJitter(0.2)
            .withDelayFnOn(
                context -> asked(context.getLastException(), patience.longest()),
                ClaudeException.class)
            .build();
  }

  private static boolean again(Throwable failure) {
    return failure instanceof ClaudeException claude && claude.kind().again();
  }

  /** What the service asks to wait, up to the longest; a negative one leaves it to the backoff. */
  private static Duration asked(Throwable failure, Duration longest) {
    Duration asked = failure instanceof ClaudeException claude ? claude.retryAfter() : null;
    return asked == null ? BACKOFF : asked.compareTo(longest) < 0 ? asked : longest;
  }

  /**
   * An answer that ended as it should.
   *
   * @throws ClaudeException otherwise
   */
  Reply call(ClaudeRequest request, String ticker) {
    Reply reply;
    try {
      reply = Failsafe.with(retries, breaker).get(() -> once(request, ticker));
    } catch (CircuitBreakerOpenException e) {
      throw new ClaudeException(Kind.CIRCUIT_OPEN, "not asked: the last requests failed", null, e);
    }
    return reply;
  }

  private Reply once(ClaudeRequest request, String ticker) {
    Ledger.Reservation money =
        ledger.reserve(ticker, terms.worstCase(request.bytes(), request.maxTokens()));
    try {
      Reply reply = transport.send(request);
      money.settle(terms.cost(reply.usage()));
      return reply;
    } catch (ClaudeException e) {
      if (e.kind().free()) {
        money.settle(0);
      }
      throw e;
    }
  }

  /**
   * Lets through what ended by itself.
   *
   * @throws ClaudeException that says how it ended otherwise
   */
  static Reply finished(Reply reply) {
    Kind kind =
        switch (reply.stop()) {
          case "end_turn" -> null;
          case "max_tokens" -> Kind.TRUNCATED;
          case "refusal" -> Kind.REFUSED;
          case "model_context_window_exceeded" -> Kind.CONTEXT_EXCEEDED;
          default -> Kind.UNFINISHED;
        };
    if (kind != null) {
      throw new ClaudeException(kind, "the answer ended with " + reply.stop());
    }
    return reply;
  }
}

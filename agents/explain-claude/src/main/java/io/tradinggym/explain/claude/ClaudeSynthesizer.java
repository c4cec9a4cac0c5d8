package io.tradinggym.explain.claude;

import io.tradinggym.explain.claude.ClaudeException.Kind;
import io.tradinggym.explain.synthesis.Recommendation;
import io.tradinggym.explain.synthesis.Rules;
import io.tradinggym.explain.synthesis.Source;
import io.tradinggym.explain.synthesis.Synthesis;
import io.tradinggym.explain.synthesis.SynthesisContext;
import io.tradinggym.explain.synthesis.Synthesizer;
import io.tradinggym.explain.synthesis.TemplateSynthesizer;
import io.tradinggym.explain.synthesis.Violation;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks Claude, or replays what it said. An answer that cannot be read or breaks a rule is sent back once with what is
 * wrong and what would be right; if that does not mend it, and for every failure, the template speaks and says why.
 * Never throws for a failure of the service, and never passes a default off as an answer.
 */
public final class ClaudeSynthesizer implements Synthesizer {
  private final ClaudeSettings settings;
  private final AnswerStore store;
  private final Supplier<? extends Transport> transports;
  private final Ledger ledger;
  private final Synthesizer template = new TemplateSynthesizer();
  private @Nullable PaidCalls calls;

  /**
   * A synthesizer.
   *
   * @param transports makes the way to the service, with the first request that is sent; never in replay
   * @param clock tells the day that money is booked on
   */
  public ClaudeSynthesizer(
      ClaudeSettings settings, Supplier<? extends Transport> transports, InstantSource clock) {
    this.settings = settings;
    this.transports = transports;
    store = new AnswerStore(settings.folder());
    ledger = new Ledger(settings.folder().resolve("ledger.txt"), settings.caps(), clock);
  }

  /** An answer and where it came from. */
  private record Asked(Reply reply, Source source) {}

  @Override
  public Synthesis synthesize(SynthesisContext context) {
    ClaudeRequest first =
        ClaudeRequest.of(context, settings.terms().name(), settings.effort(), settings.maxTokens());
    try {
      Asked asked = ask(first, context);
      long cost = settings.terms().cost(asked.reply.usage());
      Judged judged = Judged.of(asked.reply, context);
      if (judged.recommendation() != null) {
        return synthesis(judged.recommendation(), asked, first.hash(), cost);
      }
      ClaudeRequest repair = first.repair(asked.reply.text(), judged.complaint());
      Asked second = ask(repair, context);
      Judged mended = Judged.of(second.reply, context);
      if (mended.recommendation() == null) {
        throw new ClaudeException(
            Kind.MALFORMED, "also the repaired answer is wrong: " + mended.complaint());
      }
      long both = cost + settings.terms().cost(second.reply.usage());
      return synthesis(mended.recommendation(), second, repair.hash(), both);
    } catch (ClaudeException e) {
      return template.synthesize(context).because(e.kind() + ": " + e.getMessage());
    }
  }

  /** The same without waiting for it: no loop that trades waits for a model. */
  public CompletableFuture<Synthesis> later(SynthesisContext context, Executor executor) {
    return CompletableFuture.supplyAsync(() -> synthesize(context), executor);
  }

  /** Spent and reserved by this process, 1e-8 dollars. */
  public long spent() {
    return ledger.run();
  }

  private static Synthesis synthesis(
      Recommendation recommendation, Asked asked, String hash, long cost) {
    return new Synthesis(
        recommendation,
        asked.source,
        asked.reply.model(),
        hash,
        cost,
        asked.reply.at(),
        Optional.empty());
  }

  private Asked ask(ClaudeRequest request, SynthesisContext context) {
    LocalDate day = Instant.ofEpochMilli(context.asOf()).atZone(ZoneOffset.UTC).toLocalDate();
    Optional<Reply> stored = settings.mode() == Mode.LIVE ? Optional.empty() : store.find(request);
    if (stored.isPresent()) {
      return new Asked(PaidCalls.finished(stored.get()), Source.REPLAY);
    }
    if (settings.mode() == Mode.REPLAY) {
      String nearest = store.nearest(context.ticker(), day).orElse("none of " + context.ticker());
      throw new ClaudeException(
          Kind.NOT_STORED, "no answer to " + request.hash() + " is stored; nearest: " + nearest);
    }
    Reply reply = calls().call(request, context.ticker());
    store.keep(request, reply, context.ticker(), day);
    return new Asked(PaidCalls.finished(reply), Source.LIVE);
  }

  private synchronized PaidCalls calls() {
    PaidCalls made = calls;
    if (made == null) {
      made = new PaidCalls(transports.get(), ledger, settings.terms(), settings.patience());
      calls = made;
    }
    return made;
  }

  /** An answer, or what is wrong with it. */
  private record Judged(@Nullable Recommendation recommendation, String complaint) {
    static Judged of(Reply reply, SynthesisContext context) {
      Recommendation read;
      try {
        read = AnswerReader.read(reply.text());
      } catch (AnswerReader.Unreadable e) {
        return new Judged(null, "The answer does not fit the schema. " + e.getMessage());
      }
      List<Violation> wrong = Rules.check(read, context);
      StringBuilder complaint = new StringBuilder("The answer breaks rules; answer again in full.");
      wrong.forEach(violation -> complaint.append("\n- ").append(violation));
      return new Judged(wrong.isEmpty() ? read : null, complaint.toString());
    }
  }
}

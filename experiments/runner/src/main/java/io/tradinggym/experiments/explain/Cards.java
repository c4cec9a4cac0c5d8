package io.tradinggym.experiments.explain;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.util.Sha256;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.evaluation.Arena;
import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.run.Run;
import io.tradinggym.explain.card.CardExplainer;
import io.tradinggym.explain.card.DecisionTrace;
import io.tradinggym.explain.card.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Cards of an agent of a run. For one thread; close it when done. */
public final class Cards implements AutoCloseable {
  private final Provenance source;
  private final Arena arena;
  private final Replay replay;
  private final Traces traces;
  private final CardExplainer explainer;

  private Cards(
      Provenance source, Arena arena, Replay replay, Traces traces, CardExplainer explainer) {
    this.source = source;
    this.arena = arena;
    this.replay = replay;
    this.traces = traces;
    this.explainer = explainer;
  }

  /**
   * A decision that was explained.
   *
   * @param trace of the decision
   * @param card that explains it
   */
  public record Card(DecisionTrace trace, Explanation card) {}

  /**
   * Plays a test episode of a run again.
   *
   * @param run that is finished
   * @param seed of the agent
   * @param path of the episode
   * @throws UserError if the run has no such agent, trades nothing, or its policy is none of a network
   */
  public static Cards of(Run run, long seed, int path) {
    Policy policy = run.policy(seed);
    Arena arena = run.judging();
    try (Arena usual = run.usual()) {
      if (arena.spec().trading() == null) {
        throw new UserError(arena.spec().id() + " does not trade; cards are of trades");
      }
      Replay replay = Replay.of(arena, policy, seed, path);
      Traces traces = new Traces(replay, hash(run, seed));
      return new Cards(
          run.provenance(),
          arena,
          replay,
          traces,
          new CardExplainer(policy, Replay.background(usual, policy)));
    } catch (IllegalArgumentException e) {
      arena.close();
      throw new UserError("this agent cannot be explained: " + e.getMessage(), e);
    }
  }

  private static String hash(Run run, long seed) {
    try {
      return Sha256.of(Files.readAllBytes(run.policyFile(seed)));
    } catch (IOException e) {
      throw new UserError("cannot read a policy: " + e.getMessage(), e);
    }
  }

  /** Where the prices come from. */
  Provenance source() {
    return source;
  }

  /** Steps of the episode. */
  public int steps() {
    return replay.steps().size();
  }

  /** The decision behind what happened at a time, epoch milliseconds. */
  public int decisionBefore(long time) {
    return replay.decisionBefore(time);
  }

  /** The card of a decision. */
  public Card card(int step) {
    DecisionTrace trace = traces.of(step);
    explainer.margin().remember(replay.steps().get(step).memory());
    Explanation card = explainer.explain(trace);
    return new Card(trace, new AfterTrade(replay, step).line().map(card::with).orElse(card));
  }

  /** The cards of all decisions that traded, in their order. */
  public List<Card> traded() {
    List<Card> cards = new ArrayList<>();
    for (int step = 0; step < steps(); step++) {
      if (!replay.tradesOf(step).isEmpty()) {
        cards.add(card(step));
      }
    }
    return cards;
  }

  @Override
  public void close() {
    arena.close();
  }
}

package io.tradinggym.explain.card;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.space.Space;
import io.tradinggym.explain.attribution.Contributions;
import io.tradinggym.explain.attribution.IntegratedGradients;
import io.tradinggym.explain.attribution.PolicyMargin;
import io.tradinggym.explain.attribution.SmallestChange;
import io.tradinggym.explain.card.Explanation.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cards of a policy made of a network, from templates. An input is named as a driver if its integrated gradient and
 * hiding it alone agree on the sign: then the sentence is a prediction that anybody can repeat. For one thread; a card
 * takes well under a millisecond.
 */
public final class CardExplainer implements Explainer {
  private static final int FOR = 3;
  private static final int AGAINST = 2;

  /** Inputs that a card tries to turn the decision by. */
  private static final int TRIED = FOR + AGAINST;

  private final PolicyMargin margin;
  private final Space actions;
  private final Background background;
  private final IntegratedGradients gradients;
  private final SmallestChange changes;
  private final float[] baseline;
  private final float[] hidden;
  private final double[] hiddenMargins;

  /**
   * Cards of a policy.
   *
   * @param policy made of a network
   * @param background observations that are usual, of the policy's observation space
   * @throws IllegalArgumentException if the policy is none of a network, or the background has other observations
   */
  public CardExplainer(Policy policy, Background background) {
    margin = new PolicyMargin(policy, IntegratedGradients.STEPS);
    if (margin.inputs() != background.inputs()) {
      throw new IllegalArgumentException(
          "the policy sees "
              + margin.inputs()
              + " numbers, the background has "
              + background.inputs());
    }
    actions = policy.actionSpace();
    this.background = background;
    gradients = new IntegratedGradients(margin, IntegratedGradients.STEPS);
    changes =
        new SmallestChange(margin, background.lows(), background.highs(), background.deviations());
    baseline = background.means();
    hidden = new float[(margin.inputs() + 1) * margin.inputs()];
    hiddenMargins = new double[margin.inputs() + 1];
  }

  /** {@return the margin of the decision that was explained last} */
  public PolicyMargin margin() {
    return margin;
  }

  @Override
  public Explanation explain(DecisionTrace trace) {
    Choice choice = Choice.of(actions, trace.action(), trace.mask(), trace.scores());
    margin.choose(choice.chosen(), choice.rival());
    Contributions parts = gradients.of(trace.observation(), baseline);
    double[] moved = hideEach(trace.observation());
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of("", CardText.head(trace)));
    lines.add(Line.of("chose", CardText.choice(trace, choice)));
    boolean among = choice.rival() != PolicyMargin.NONE;
    lines.add(drivers(trace, parts, moved, true, among ? "because" : "raised by"));
    lines.add(drivers(trace, parts, moved, false, among ? "against" : "cut by"));
    CardText.situation(trace, lines);
    if (among) {
      lines.add(flip(trace, parts, choice));
    }
    CardText.later(trace, lines);
    return new Explanation(lines);
  }

  /** How the margin changes when each input alone is set to its baseline. */
  private double[] hideEach(float[] observation) {
    int inputs = margin.inputs();
    for (int row = 0; row <= inputs; row++) {
      System.arraycopy(observation, 0, hidden, row * inputs, inputs);
    }
    for (int i = 0; i < inputs; i++) {
      hidden[i * inputs + i] = baseline[i];
    }
    margin.at(hidden, inputs + 1, hiddenMargins);
    double[] moved = new double[inputs];
    for (int i = 0; i < inputs; i++) {
      moved[i] = hiddenMargins[i] - hiddenMargins[inputs];
    }
    return moved;
  }

  private Line drivers(
      DecisionTrace trace, Contributions parts, double[] moved, boolean supporting, String label) {
    List<Claim> claims = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int input : parts.order()) {
      double part = parts.parts()[input];
      boolean agreed = supporting ? part > 0 && moved[input] < 0 : part < 0 && moved[input] > 0;
      if (agreed && claims.size() < (supporting ? FOR : AGAINST)) {
        Claim.Driver claim =
            new Claim.Driver(input, baseline[input], supporting, parts.share(input));
        text.append(claims.isEmpty() ? "" : " · ").append(driver(trace, claim));
        claims.add(claim);
      }
    }
    String told = claims.isEmpty() ? "nothing among its inputs" : text.toString();
    return new Line(label, told, claims);
  }

  private String driver(DecisionTrace trace, Claim.Driver claim) {
    float value = trace.observation()[claim.input()];
    return CardText.name(trace, claim.input())
        + " "
        + Numbers.value(value)
        + " ("
        + Numbers.percentile(background.percentile(claim.input(), value))
        + ") "
        + (claim.supports() ? "+" : "-")
        + Numbers.share(claim.share());
  }

  private Line flip(DecisionTrace trace, Contributions parts, Choice choice) {
    int[] order = parts.order();
    Optional<SmallestChange.Change> best = Optional.empty();
    for (int i = 0; i < Math.min(TRIED, order.length); i++) {
      Optional<SmallestChange.Change> change = changes.ofOne(trace.observation(), order[i]);
      if (change.isPresent() && (best.isEmpty() || change.get().size() < best.get().size())) {
        best = change;
      }
    }
    if (best.isEmpty() && order.length > 1) {
      best = changes.ofTwo(trace.observation(), order[0], order[1]);
    }
    if (best.isEmpty()) {
      return Line.of("flips if", "no usual value of its largest inputs turns it");
    }
    SmallestChange.Change change = best.get();
    Claim claim =
        new Claim.Flip(change.first(), change.firstTo(), change.second(), change.secondTo());
    return new Line("flips if", CardText.flip(trace, change, choice.rival()), List.of(claim));
  }
}

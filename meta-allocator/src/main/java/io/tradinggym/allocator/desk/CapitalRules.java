package io.tradinggym.allocator.desk;

import io.tradinggym.allocator.rules.AdaHedge;
import io.tradinggym.allocator.rules.EqualRiskContribution;
import io.tradinggym.allocator.rules.FixedShare;
import io.tradinggym.allocator.rules.Hedge;
import io.tradinggym.allocator.rules.HierarchicalRiskParity;
import io.tradinggym.allocator.rules.MinimumVariance;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Nearest;
import io.tradinggym.api.TradingControl;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules that share capital out, by name:
 *
 * <pre>
 * | name                            | shares                                                                        |
 * | cash                            | none                                                                          |
 * | equal                           | equal parts                                                                   |
 * | each(share=1)                   | the same share of the account to each, as far as the limit on capital goes    |
 * | only(NAME)                      | all to one specialist                                                         |
 * | hedge(eta=100)                  | exponential weights on log returns                                            |
 * | fixedShare(eta=100,alpha=0.003) | the same, following a best specialist that changes                            |
 * | adaHedge                        | the same, nothing to tune                                                     |
 * | erc, hrp, minVariance (decay=0.97) | by risk alone                                                              |
 * | regimes(kappa=50,fraction=0.5)  | part of the Kelly bet on what each earned in each regime so far               |
 * </pre>
 */
public final class CapitalRules {
  private static final Pattern CALL = Pattern.compile("\\s*([A-Za-z]+)\\s*(?:\\(([^()]*)\\))?\\s*");
  private static final List<String> NAMES =
      List.of(
          "cash",
          "equal",
          "each",
          "only",
          "hedge",
          "fixedShare",
          "adaHedge",
          "erc",
          "hrp",
          "minVariance",
          "regimes");

  private CapitalRules() {}

  /**
   * {@return the rule of a name, for specialists of these names and so many regimes}
   *
   * @param text a rule with its parameters, such as {@code fixedShare(100,0.003)}
   * @param specialists names of the specialists, in order
   * @param regimes number of regimes, &gt;= 1
   * @throws IllegalArgumentException naming what would be right
   */
  public static CapitalRule parse(String text, List<String> specialists, int regimes) {
    Matcher call = CALL.matcher(text);
    if (!call.matches()) {
      throw new IllegalArgumentException(
          "a rule is written NAME or NAME(numbers), there are " + NAMES + "; was \"" + text + "\"");
    }
    String inside = call.group(2) == null ? "" : call.group(2).strip();
    String name = text.strip();
    int n = specialists.size();
    double[] shares = new double[n];
    return switch (call.group(1)) {
      case "cash" -> new FixedCapital(name, shares);
      case "equal" -> {
        Arrays.fill(shares, 1.0 / n);
        yield new FixedCapital(name, shares);
      }
      case "each" -> {
        Arrays.fill(shares, Math.clamp(numbers(text, inside, 1)[0], 0, 1));
        yield new FixedCapital(name, shares);
      }
      case "only" -> {
        int chosen = specialists.indexOf(inside);
        if (chosen < 0) {
          throw new IllegalArgumentException(
              "only(NAME) takes one of "
                  + specialists
                  + ", was \""
                  + inside
                  + "\""
                  + Nearest.hint(inside, specialists));
        }
        shares[chosen] = 1;
        yield new FixedCapital(name, shares);
      }
      case "hedge" -> new ExpertCapital(name, new Hedge(n, numbers(text, inside, 100)[0]));
      case "fixedShare" -> {
        double[] p = numbers(text, inside, 100, 0.003);
        yield new ExpertCapital(name, new FixedShare(n, p[0], p[1], FixedShare.Share.ALL));
      }
      case "adaHedge" -> new ExpertCapital(name, new AdaHedge(n));
      case "erc" ->
          new RiskCapital(name, new EqualRiskContribution(n), numbers(text, inside, 0.97)[0]);
      case "hrp" ->
          new RiskCapital(name, new HierarchicalRiskParity(n), numbers(text, inside, 0.97)[0]);
      case "minVariance" ->
          new RiskCapital(name, new MinimumVariance(n), numbers(text, inside, 0.97)[0]);
      case "regimes" -> {
        double[] p = numbers(text, inside, 50, 0.5);
        yield new RegimeCapital(name, n, regimes, p[0], p[1]);
      }
      default ->
          throw new IllegalArgumentException(
              "no rule \""
                  + call.group(1)
                  + "\"; there are "
                  + NAMES
                  + Nearest.hint(call.group(1), NAMES));
    };
  }

  private static double[] numbers(String text, String inside, double... defaults) {
    if (inside.isEmpty()) {
      return defaults;
    }
    String[] given = inside.split(",", -1);
    try {
      for (int i = 0; i < given.length; i++) {
        defaults[i] = Double.parseDouble(given[i].strip());
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" takes at most " + defaults.length + " numbers", e);
    }
    return defaults;
  }

  /**
   * {@return a rule at play in {@code Allocation-v1}: it goes by what the environment reports}
   *
   * @param rule decides the shares
   * @param spec of an {@code Allocation-v1}
   */
  public static TradingControl.Rule player(CapitalRule rule, EnvironmentSpec spec) {
    int specialists = spec.action().size();
    int first = EvidenceInfo.first(spec);
    int states = spec.indexOf(EvidenceInfo.paper(0)) - first;
    double[] regimes = new double[states];
    double[] returns = new double[specialists];
    double[] shares = new double[specialists];
    return (step, observation, mask, infos, action) -> {
      if (step == 0) {
        rule.begin();
      }
      System.arraycopy(infos, first, regimes, 0, states);
      for (int i = 0; i < specialists; i++) {
        returns[i] = step == 0 ? 0 : infos[first + states + 2 * i];
      }
      rule.shares(regimes, returns, shares);
      for (int i = 0; i < specialists; i++) {
        action[i] = (float) shares[i];
      }
    };
  }
}

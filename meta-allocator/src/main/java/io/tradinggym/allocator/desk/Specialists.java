package io.tradinggym.allocator.desk;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The specialists of an account, as they are written: {@code trend: ewma(30,0.04); back: zscore(20,1.5,0.3) on SPY}.
 * Immutable; {@link #create} makes those of a lane.
 *
 * <pre>
 * | kind                                   | what it does                                                            |
 * | ewma(span=30,band=0.04)                | follows trends by the exponential mean of returns                       |
 * | zscore(bars=20,enter=1.5,leave=0.3)    | bets on a way back to the mean                                          |
 * | strongest(bars=60,top=1,every=5)       | holds the strongest                                                     |
 * | hold                                   | buys equal parts and holds                                              |
 * | cash                                   | holds nothing                                                           |
 * | a rule's name(parameters)              | what that rule of the class path does, such as breakout(55,20)          |
 * | policy(FILE,ENVIRONMENT,NAME=VALUE,..) | a policy that was trained in an environment of shares or coins, or in a |
 * |                                        | planted market such as Trend-v1                                         |
 * | optimum(ENVIRONMENT,NAME=VALUE,..)     | the best that can be done in a planted market                           |
 * </pre>
 */
public final class Specialists {
  private final List<SpecialistText> texts;
  private final List<@Nullable Policy> policies;

  private Specialists(List<SpecialistText> texts) {
    this.texts = texts;
    policies = new ArrayList<>();
    texts.forEach(text -> policies.add(text.policy()));
  }

  /**
   * Reads them.
   *
   * @param text {@code NAME: KIND(arguments) on SYMBOL ...}, several with semicolons between them
   * @return the specialists, in order
   * @throws IllegalArgumentException naming what would be right
   * @throws java.io.UncheckedIOException if a policy's file cannot be read
   */
  public static Specialists parse(String text) {
    return new Specialists(SpecialistText.all(text));
  }

  /** {@return how many specialists there are} */
  public int size() {
    return texts.size();
  }

  /** {@return the names of the specialists, in order} */
  public List<String> names() {
    return texts.stream().map(SpecialistText::name).toList();
  }

  /** Those of one lane. */
  List<Specialist> create(Market market, Bars bars, boolean shorts) {
    List<Specialist> made = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      made.add(texts.get(i).create(policies.get(i), market, bars, shorts));
    }
    return made;
  }

  /** As they were written. */
  @Override
  public String toString() {
    return texts.stream().map(SpecialistText::toString).collect(Collectors.joining("; "));
  }
}

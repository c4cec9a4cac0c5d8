package io.tradinggym.experiments.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.trading.trace.FlowKind;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What evaluation says of trades is what the account booked. */
class TradesTest {
  /** Goes long and short, or in and out, in turn. */
  private static final Contender RESTLESS =
      new Contender() {
        @Override
        public String title() {
          return "restless";
        }

        @Override
        public Player player(EnvironmentSpec spec, int path, Scout scout) {
          return (step, observation, mask, infos, action) -> {
            if (spec.action() instanceof Discrete levels) {
              int choice = 2 * step % levels.n();
              while (mask.length > 0 && !mask[choice]) {
                choice = (choice + 1) % levels.n();
              }
              action[0] = choice;
              return;
            }
            for (int i = 0; i < action.length; i++) {
              action[i] = (step + i) % 3 == 0 ? 1 : (step + i) % 3 == 1 ? 0 : 0.3f;
            }
          };
        }
      };

  /** Anything that is allowed. */
  private static final Contender RANDOM =
      new Contender() {
        @Override
        public String title() {
          return "random";
        }

        @Override
        public Player player(EnvironmentSpec spec, int path, Scout scout) {
          RandomStream random = RandomStreams.of(path).stream("actions");
          return (step, observation, mask, infos, action) ->
              spec.action().sample(random, mask, 0, action, 0);
        }
      };

  private static Trajectory play(String environment) {
    return play(environment, RESTLESS);
  }

  private static Trajectory play(String environment, Contender contender) {
    RunConfig config = ConfigFile.parse("environment: " + environment, List.of(), "test");
    try (Arena arena =
        new Arena(config.environment().maker(config.environment().training(), null), 5, "test")) {
      return arena.play(contender, 1);
    }
  }

  /** Legs of strategies, what they settle into, and what that costs reach the files; equity is shown. */
  @ParameterizedTest
  @ValueSource(strings = {"OptionStrategies-v1", "VolatilityTrading-v1", "MultiAsset-v1"})
  void whatTradesOptionsTellsEveryLeg(String id) {
    Trajectory episode = play("{id: " + id + "}", RANDOM);
    List<Trade> trades = episode.booked().trades();
    assertThat(episode.trades()).isTrue();
    assertThat(episode.equity()).hasSizeGreaterThan(20).startsWith(200_000);
    assertThat(trades).extracting(Trade::ticker).anyMatch(ticker -> ticker.contains(" P "));
    assertThat(trades).extracting(Trade::reason).contains(TradeReason.ORDER);
    assertThat(trades).allMatch(trade -> trade.time() > 0);
    assertThat(costs(episode).slippage()).isPositive();
    assertThat(costs(episode).commission()).isPositive();
    assertThat(episode.booked().flows().getFirst().kind()).isEqualTo(FlowKind.TRANSFER);
  }

  private static EpisodeCosts costs(Trajectory episode) {
    return Objects.requireNonNull(episode.booked().costs());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: Stock-v1, options: {actions: weight, shorts: true, leverage: 2, borrowRate: 0.03,"
            + " interestRate: 0.05}}",
        "{id: Portfolio-v1, options: {market: 'gbm:4'}}",
        "{id: CryptoPerp-v1}",
        "{id: CryptoPortfolio-v1}"
      })
  void fillsAndFlowsAddUpToTheCashThatIsReported(String environment) {
    Trajectory episode = play(environment);
    long sum = episode.booked().trades().stream().mapToLong(Trade::cash).sum();
    for (CashFlow flow : episode.booked().flows()) {
      sum += flow.balance() == Entry.CASH ? flow.amount() : 0;
    }
    double[] cash = episode.info("cash");
    assertThat(episode.booked().trades()).isNotEmpty();
    assertThat(sum).isEqualTo(Money.ofRounded(cash[cash.length - 1]));
    EpisodeCosts costs = costs(episode);
    assertThat(costs.interest() + costs.borrow() + costs.funding() + costs.dividends())
        .isCloseTo(episode.total("carry"), within(1e-6));
  }

  @Test
  void aTradeTellsWhatItCost() {
    Trajectory episode =
        play("{id: Stock-v1, options: {actions: weight, commission: 0.001, spread: 0.004}}");
    EpisodeCosts costs = costs(episode);
    double traded = episode.total("traded");
    assertThat(costs.commission()).isCloseTo(0.001 * traded, within(0.01 * traded * 0.001));
    // Half of 0.4 %, rounded up to a cent on prices of hundreds.
    assertThat(costs.slippage() / traded).isBetween(0.0019, 0.0022);
    assertThat(costs.total()).isGreaterThan(episode.total("fees") + episode.total("carry"));
    Trade first = episode.booked().trades().getFirst();
    assertThat(first.reason()).isEqualTo(TradeReason.TARGET);
    assertThat(first.time()).isEqualTo((long) episode.info("time")[1]);
    assertThat(first.ticker()).isEqualTo("SPY");
    assertThat(first.quantity()).isPositive();
    double paid = first.quantity() * Money.toDouble(first.price());
    assertThat(Money.toDouble(first.commission())).isCloseTo(0.001 * paid, within(1e-6));
    assertThat(Money.toDouble(first.slippage()))
        .isCloseTo(0.002 * paid, within(0.01 * first.quantity()));
    assertThat(Money.toDouble(first.cash()))
        .isCloseTo(-1.001 * paid, within(0.01 * first.quantity()));
    assertThat(episode.booked().flows().getFirst().kind()).isEqualTo(FlowKind.TRANSFER);
    assertThat(episode.booked().flows().getFirst().amount()).isEqualTo(Money.of("100000"));
  }

  @Test
  void theHashOfObservationsHoldsTheLastOne() {
    Trajectory one = play("{id: CryptoPerp-v1}");
    assertThat(play("{id: CryptoPerp-v1}").booked().observations())
        .isEqualTo(one.booked().observations());
    assertThat(one.booked().observations()).isNotZero();
  }
}

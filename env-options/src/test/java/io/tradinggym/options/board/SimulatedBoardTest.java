package io.tradinggym.options.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedBoardTest {
  private static final int EPISODES = 60;
  private static final int STEPS = 100;

  private static OptionMarket market(double correlation) {
    return new OptionMarket(0.25, 0, 1, 0.2, 6, correlation, 0, 1, SmileKind.FLAT, 0, 0, 1);
  }

  /** Of 6,000 days: four standard errors are a twentieth. */
  @ParameterizedTest
  @ValueSource(doubles = {-0.8, 0, 0.5})
  void volatilityMovesWithTheSpotAsConfigured(double correlation) {
    OptionBoard board = market(correlation).boards(1).get();
    RandomStream random = RandomStreams.of(12).stream("market");
    double product = 0;
    double moves = 0;
    double changes = 0;
    for (int episode = 0; episode < EPISODES; episode++) {
      board.start(random, STEPS);
      for (int i = 0; i < STEPS; i++) {
        double before = Math.log(board.volatility(0));
        board.advance(random);
        double change = Math.log(board.volatility(0)) - before;
        double move = board.path().over(1);
        product += move * change;
        moves += move * move;
        changes += change * change;
      }
    }
    assertThat(product / Math.sqrt(moves * changes)).isCloseTo(correlation, within(0.05));
  }

  @Test
  void aPathAddsUpTheSessionsThatItRemembersAndNoMore() {
    SpotPath path = new SpotPath();
    for (int i = 0; i <= SpotPath.LENGTH; i++) {
      path.add(1 << i);
    }
    assertThat(path.over(1)).isEqualTo(1 << 20);
    assertThat(path.over(SpotPath.LENGTH)).as("all but the first").isEqualTo((1 << 21) - 2);
    for (int wrong : new int[] {0, SpotPath.LENGTH + 1}) {
      assertThatThrownBy(() -> path.over(wrong))
          .hasMessage("sessions must be in 1 .. 20, was " + wrong);
    }
  }

  @Test
  void refusesChainsWithoutStrikesOrExpiries() {
    for (int wrong : new int[] {0, -3}) {
      assertThatThrownBy(() -> market(0).boards(wrong))
          .hasMessage("strikes must be >= 1, was " + wrong);
      assertThatThrownBy(() -> market(0).chain(1, wrong))
          .hasMessage("strikes must be >= 1, was " + wrong);
      assertThatThrownBy(() -> MarketOptions.boards(Options.NONE, wrong))
          .hasMessage("strikes must be >= 1, was " + wrong);
    }
    assertThatThrownBy(() -> market(0).chain(0, 1)).hasMessage("expiries must be >= 1, was 0");
  }

  @Test
  void refusesWhatIsNoCorrelation() {
    assertThatThrownBy(() -> market(-1.5)).hasMessage("correlation must be in [-1, 1], was -1.5");
  }
}

package io.tradinggym.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Snapshots;
import org.junit.jupiter.api.Test;

class EpisodeTrackerTest {
  @Test
  void returnsAndLengthsAreOfWholeEpisodesInTheirLanes() {
    EpisodeTracker tracker = new EpisodeTracker(2);
    assertThat(tracker.meanReturn()).isNaN();
    tracker.add(0, 1, false);
    tracker.add(1, 10, false);
    tracker.add(0, 2, true);
    tracker.add(0, 5, true);
    assertThat(tracker.finished()).isEqualTo(2);
    assertThat(tracker.meanReturn()).isEqualTo(4);
    assertThat(tracker.meanLength()).isEqualTo(1.5);
    EpisodeTracker copy = new EpisodeTracker(2);
    Snapshots.copy(tracker, copy);
    copy.add(1, 1, true);
    assertThat(copy.meanReturn()).isCloseTo((3 + 5 + 11) / 3.0, within(1e-12));
    assertThat(copy.meanLength()).isCloseTo(5 / 3.0, within(1e-12));
  }

  @Test
  void onlyTheLastHundredCount() {
    EpisodeTracker tracker = new EpisodeTracker(1);
    for (int episode = 1; episode <= 101; episode++) {
      tracker.add(0, episode, true);
    }
    assertThat(tracker.meanReturn()).isEqualTo((2 + 101) / 2.0);
    assertThat(tracker.finished()).isEqualTo(101);
  }
}

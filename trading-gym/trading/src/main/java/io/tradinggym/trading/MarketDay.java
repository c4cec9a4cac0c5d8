package io.tradinggym.trading;

import io.tradinggym.api.LaneState;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.trading.Settlement.Phase;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The events of a market's day, by phase. The first ones of a phase are called each at a place of its own, so that the
 * compiler sees one class there and inlines it: see {@link ObservationLayout#write}.
 */
final class MarketDay {
  private static final Settlement NOTHING =
      new Settlement() {
        @Override
        public Phase phase() {
          return Phase.AT_CLOSE;
        }

        @Override
        public void settle(int bar, RandomStream random) {}
      };

  /** Events of a phase that are called one by one: before the open and inside the bar, and at the close. */
  private static final int EARLY = 2;

  private static final int LATE = 4;

  private final List<Settlement> events;
  private final Settlement[] beforeOrders;
  private final Settlement[] beforeOpen;
  private final Settlement[] insideBar;
  private final Settlement[] atClose;
  private final Settlement firstBefore;
  private final Settlement secondBefore;
  private final Settlement firstInside;
  private final Settlement secondInside;
  private final Settlement firstAt;
  private final Settlement secondAt;
  private final Settlement thirdAt;
  private final Settlement fourthAt;

  /** Events in the order in which they happen. */
  MarketDay(List<Settlement> events) {
    this.events = List.copyOf(events);
    beforeOrders = in(Phase.BEFORE_ORDERS);
    beforeOpen = in(Phase.BEFORE_OPEN);
    insideBar = in(Phase.INSIDE_BAR);
    atClose = in(Phase.AT_CLOSE);
    firstBefore = event(beforeOpen, 0);
    secondBefore = event(beforeOpen, 1);
    firstInside = event(insideBar, 0);
    secondInside = event(insideBar, 1);
    firstAt = event(atClose, 0);
    secondAt = event(atClose, 1);
    thirdAt = event(atClose, 2);
    fourthAt = event(atClose, LATE - 1);
  }

  private Settlement[] in(Phase phase) {
    return events.stream().filter(event -> event.phase() == phase).toArray(Settlement[]::new);
  }

  private static Settlement event(Settlement[] phase, int number) {
    return number < phase.length ? phase[number] : NOTHING;
  }

  /** All events. */
  List<Settlement> events() {
    return events;
  }

  /** What the events carry from step to step. */
  Optional<LaneState> laneState() {
    return LaneState.all(events);
  }

  void open(int bar) {
    for (Settlement event : events) {
      event.open(bar);
    }
  }

  void beforeOrders(int bar, RandomStream random) {
    rest(beforeOrders, 0, bar, random);
  }

  void beforeOpen(int bar, RandomStream random) {
    firstBefore.settle(bar, random);
    secondBefore.settle(bar, random);
    rest(beforeOpen, EARLY, bar, random);
  }

  void insideBar(int bar, RandomStream random) {
    firstInside.settle(bar, random);
    secondInside.settle(bar, random);
    rest(insideBar, EARLY, bar, random);
  }

  void atClose(int bar, RandomStream random) {
    firstAt.settle(bar, random);
    secondAt.settle(bar, random);
    thirdAt.settle(bar, random);
    fourthAt.settle(bar, random);
    rest(atClose, LATE, bar, random);
  }

  private static void rest(Settlement[] phase, int from, int bar, RandomStream random) {
    for (int event = from; event < phase.length; event++) {
      phase[event].settle(bar, random);
    }
  }

  void save(DataOutput out) throws IOException {
    for (Settlement event : events) {
      event.save(out);
    }
  }

  void restore(DataInput in, int bar) throws IOException {
    for (Settlement event : events) {
      event.restore(in, bar);
    }
  }
}

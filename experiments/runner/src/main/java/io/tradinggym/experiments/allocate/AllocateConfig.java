package io.tradinggym.experiments.allocate;

import io.tradinggym.allocator.desk.AllocationEnvironment;
import io.tradinggym.allocator.desk.AllocationOptions;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.Keys;
import io.tradinggym.experiments.config.MarketConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code allocate} is told.
 *
 * @param name of the run, letters, digits and dashes
 * @param seed of everything random
 * @param market what is traded; of history the test range is played
 * @param specialists by name: a rule such as {@code ewma(60,0.05)}, or a model's {@code ROLE/VERSION}
 * @param allocators rules that share capital out; the first is explained, the others are compared with it
 * @param options of {@code Allocation-v1}: account and limits
 * @param paths simulated paths, or 1 for history
 */
public record AllocateConfig(
    String name,
    long seed,
    MarketConfig market,
    Map<String, Member> specialists,
    List<String> allocators,
    Map<String, String> options,
    int paths) {
  /**
   * A specialist.
   *
   * @param rule such as ewma(60,0.05); empty for a model
   * @param model such as trend or trend/3fa1c09d; empty for a rule
   * @param on symbols that it trades; empty for all
   */
  public record Member(String rule, String model, List<String> on) {
    /** Copies the symbols. */
    public Member {
      on = List.copyOf(on);
    }
  }

  /** Copies lists and maps. */
  public AllocateConfig {
    specialists = Collections.unmodifiableMap(new LinkedHashMap<>(specialists));
    allocators = List.copyOf(allocators);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /**
   * Reads a file.
   *
   * @throws io.tradinggym.experiments.UserError naming file, path, value and what would be right
   */
  public static AllocateConfig read(Path file, List<String> overrides) {
    Keys keys = ConfigFile.keys(file, overrides);
    String name = keys.text("name", "allocate");
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,63}")) {
      throw keys.bad("name", "\"" + name + "\"", "1 to 64 letters, digits and dashes");
    }
    Keys members = keys.child("specialists");
    Map<String, Member> specialists = new LinkedHashMap<>();
    for (String each : members.names()) {
      specialists.put(each, member(members.child(each), each, members));
    }
    if (specialists.isEmpty()) {
      throw keys.bad("specialists", "{}", "at least one, such as trend: {rule: \"ewma(60,0.05)\"}");
    }
    Map<String, String> options = new LinkedHashMap<>(keys.free("account"));
    options.putAll(keys.free("limits"));
    if (keys.has("regimes")) {
      options.put("regimes", keys.text("regimes", null));
    }
    List<String> allocators = list(keys.text("allocators", "regimes(50,0.5); fixedShare; equal"));
    AllocateConfig config =
        new AllocateConfig(
            name,
            keys.whole("seed", 7, 0, Long.MAX_VALUE),
            MarketConfig.read(keys.child("market")),
            specialists,
            allocators,
            options,
            keys.integer("paths", 20, 1, 10_000));
    keys.refuseUnknown();
    try {
      config.parsed();
    } catch (IllegalArgumentException e) {
      throw keys.bad(e);
    }
    return config;
  }

  private static Member member(Keys keys, String name, Keys all) {
    String rule = keys.text("rule", "");
    String model = keys.text("model", "");
    if (rule.isEmpty() == model.isEmpty()) {
      throw all.bad(name, "neither or both", "{rule: \"ewma(60,0.05)\"} or {model: ROLE}");
    }
    return new Member(rule, model, keys.texts("on", List.of()));
  }

  /** Parts at semicolons. */
  private static List<String> list(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  /** Options of the environment; specialists and market are added by the run. */
  Options parsed() {
    Options parsed = Options.NONE;
    for (Map.Entry<String, String> option : options.entrySet()) {
      parsed =
          parsed.set(
              Registry.global().get(AllocationEnvironment.ID).options(),
              option.getKey(),
              option.getValue());
    }
    return parsed.has(AllocationOptions.RANDOM_START)
        ? parsed
        : parsed.set(AllocationOptions.RANDOM_START, false);
  }
}

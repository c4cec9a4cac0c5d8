package io.tradinggym.experiments.cli;

import io.tradinggym.agents.train.AlgorithmRegistration;
import io.tradinggym.agents.train.Algorithms;
import io.tradinggym.api.Nearest;
import io.tradinggym.api.Registration;
import io.tradinggym.api.Registry;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.Presets;
import io.tradinggym.market.feature.FeatureEntry;
import io.tradinggym.market.feature.FeatureSet;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what is installed, or the options of one environment or algorithm. */
@Command(
    name = "list",
    description =
        "Lists the environments and algorithms that are installed, or the options of one of them.")
final class ListCommand implements Runnable {
  private static final String ENVIRONMENTS = "environments";
  private static final String ALGORITHMS = "algorithms";
  private static final String PRESETS = "presets";
  private static final String FEATURES = "features";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "An environment or an algorithm, to see its options; or environments, algorithms,"
              + " presets or features.")
  private @Nullable String name;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Map<String, String> environments = new TreeMap<>();
    Registry.global().list().forEach(r -> environments.put(r.id(), r.description()));
    Map<String, String> algorithms = new TreeMap<>();
    Algorithms.all().forEach((key, r) -> algorithms.put(key, r.description()));
    if (name == null) {
      out.println("Environments:");
      table(out, environments);
      out.println();
      out.println("Algorithms:");
      table(out, algorithms);
      out.println();
      out.println("Options of one: experiments/run list NAME");
    } else if (name.equals(ENVIRONMENTS)) {
      table(out, environments);
    } else if (name.equals(ALGORITHMS)) {
      table(out, algorithms);
    } else if (name.equals(PRESETS)) {
      Presets.names().forEach(out::println);
    } else if (name.equals(FEATURES)) {
      features(out);
    } else if (environments.containsKey(name)) {
      Registration registration = Registry.global().get(name);
      OptionTable.print(out, name, registration.description(), registration.options());
    } else if (algorithms.containsKey(name)) {
      AlgorithmRegistration registration = Algorithms.named(name);
      OptionTable.print(out, name, registration.description(), registration.options());
    } else {
      throw unknown(name, environments, algorithms);
    }
  }

  private static void features(PrintWriter out) {
    out.println("name; formula; bars before the first value; unit; source");
    for (FeatureEntry entry : FeatureSet.known()) {
      out.printf(
          "  %-32s %s; %s; %s; %s%n",
          entry.name(),
          entry.formula(),
          entry.warmUp().isPresent() ? entry.warmUp().getAsInt() : "as its arguments say",
          entry.unit(),
          entry.source());
    }
    out.println();
    out.println("In a configuration: environment: {options: {features: [s0, rsi(14)]}}");
  }

  private static void table(PrintWriter out, Map<String, String> rows) {
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    rows.forEach((key, text) -> out.printf("  %-" + width + "s  %s%n", key, text));
  }

  private static UserError unknown(
      String name, Map<String, String> environments, Map<String, String> algorithms) {
    List<String> known = new ArrayList<>(environments.keySet());
    known.addAll(algorithms.keySet());
    known.addAll(List.of(ENVIRONMENTS, ALGORITHMS, PRESETS, FEATURES));
    return new UserError(
        "there is no environment or algorithm \""
            + name
            + "\"; known: "
            + String.join(", ", known)
            + Nearest.hint(name, known));
  }
}

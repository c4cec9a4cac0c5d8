package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bill of materials names every module that is published, in the version of the build. */
class BillOfMaterialsTest {
  private static final Path BOM = Repository.ROOT.resolve("trading-gym/bom/pom.xml");
  private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
  private static final Pattern ARTIFACT =
      Pattern.compile("<artifactId>(trading-gym-.*?)</artifactId>");
  private static final Pattern OWN_ARTIFACT =
      Pattern.compile(
          "(?s)(?:</parent>|4\\.0\\.0</modelVersion>)\\s*(?:<groupId>[^<]*</groupId>\\s*)?<artifactId>(.*?)</artifactId>");
  private static final Pattern VERSION = Pattern.compile("<version>(.*?)</version>");

  @Test
  void itNamesWhatIsPublished() {
    Set<String> published = new TreeSet<>();
    Matcher module = MODULE.matcher(Repository.read(Repository.ROOT.resolve("pom.xml")));
    while (module.find()) {
      String pom = Repository.read(Repository.ROOT.resolve(module.group(1)).resolve("pom.xml"));
      if (!pom.contains("<maven.deploy.skip>true</maven.deploy.skip>")) {
        published.add(first(OWN_ARTIFACT, pom));
      }
    }
    Set<String> named = new TreeSet<>();
    Matcher artifact = ARTIFACT.matcher(Repository.read(BOM));
    while (artifact.find()) {
      named.add(artifact.group(1));
    }
    assertThat(named).isEqualTo(published);
  }

  @Test
  void itsVersionAndThatOfTheLightConsumerAreTheBuilds() {
    String version = first(VERSION, Repository.read(Repository.ROOT.resolve("pom.xml")));
    String light = Repository.read(Repository.ROOT.resolve("examples/light-consumer/pom.xml"));
    assertThat(
            List.of(
                first(VERSION, Repository.read(BOM)),
                first(VERSION, light.substring(light.indexOf("<dependencies>")))))
        .containsOnly(version);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
    return matcher.group(1);
  }
}

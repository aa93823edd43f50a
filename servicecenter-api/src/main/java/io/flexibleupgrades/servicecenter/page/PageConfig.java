package io.flexibleupgrades.servicecenter.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the pages lead to. */
@ConfigMapping(prefix = "flexup.pages")
interface PageConfig {

  /** Address of the release notes; {version} stands for the platform version. */
  @WithDefault("/release-notes/{version}")
  String releaseNotes();
}

/** The ids by which a pressed button or a chosen option comes back; each has one listener. */
export const ACTION = {
  /** Value: the customer's id. */
  why: 'customer_why',
  /** Value: the customer's id. */
  share: 'customer_share',
  /** Value as `follow-up-button.ts` writes it. */
  whatIf: 'customer_what_if',
  /** These two: value is the customer's id. */
  setTier: 'customer_set_tier',
  withdrawTier: 'customer_withdraw_tier',
  /** A menu's choice; the option's value is the customer's id. */
  choose: 'customer_choose',
  /** Followed by `_1`, `_2`, …, since ids in one block must differ; value: the customer's id. */
  show: 'customer_show',
  /** These four: value as `table-button.ts` writes it. */
  importTable: 'table_import',
  /** Takes the sample customers away first. */
  importAlone: 'table_import_alone',
  cancelTable: 'table_cancel',
  /** Followed by `_1`, `_2`, …; settles what a table leaves open. */
  decideTable: 'table_decide',
  /**
   * These four: value as `follow-up-button.ts` writes it. In lists followed by `_1`, `_2`, ….
   */
  logContact: 'follow_up_log',
  snooze: 'follow_up_snooze',
  skip: 'follow_up_skip',
  reassign: 'follow_up_reassign',
  /** These two: as those above; offered in the *More* window alone. */
  pause: 'follow_up_pause',
  resume: 'follow_up_resume',
  /** These two: value is the id of what a member did. */
  undo: 'follow_up_undo',
  change: 'follow_up_change',
  /** The field of a window that finds a customer by its name; the option's value is the customer's id. */
  findCustomer: 'find_customer',
  /** Value as `follow-up-button.ts` writes it, like those of all buttons in the window that it opens. */
  more: 'customer_more',
  /** These: as it; where a card has several, followed by `_1`, `_2`, …. The subject of the second and third is a complaint. */
  complaint: 'complaint_open',
  answered: 'complaint_answered',
  closeComplaint: 'complaint_close',
  satisfaction: 'survey_open',
  /** Followed by the score, `_1` to `_5`. */
  rate: 'survey_rate',
  won: 'prospect_won',
  lost: 'prospect_lost',
  expected: 'prospect_expected',
  /** Value: the name that was searched for. */
  addCustomer: 'file_add',
  /** Followed by `_1`, `_2`, …; value: the id of the customer that is on file. */
  itIsThis: 'file_add_is',
  /** Value: what was typed, as `search-answer.ts` writes it. */
  logTyped: 'log_typed',
  /** Value as `open-questions.ts` writes it. */
  logSaid: 'log_said',
  /** Value: the customer's id. */
  bringBack: 'file_bring_back',
  /** These: value as `follow-up-button.ts` writes it; the subject, where a window has several, is a contact or purchase. */
  editCustomer: 'file_edit',
  archiveCustomer: 'file_archive',
  mergeCustomer: 'file_merge',
  contacts: 'file_contacts',
  addContact: 'contact_add',
  editContact: 'contact_edit',
  removeContact: 'contact_remove',
  /** Followed by the page, `_1`, `_2`, …, where the figures have several. */
  figures: 'file_figures',
  purchases: 'file_purchases',
  addPurchase: 'purchase_add',
  removePurchase: 'purchase_remove',
  /** Value: the import's id. */
  undoImport: 'import_undo',
  /** Followed by `_1`, `_2`, …; value as `digest-button.ts` writes it. */
  digestList: 'digest_list',
  /** Followed by `_1`, `_2`: another page of the list that is open; value: how many customers are passed over. */
  digestPage: 'digest_page',
  /** Followed by `_1`, `_2`, …: in the list; value: the customer's id. */
  digestCard: 'digest_card',
  /** Opens *Digest settings*: where, when and what of it. Value: whose, a member's id; without a value one's own. Also followed by `_1`, `_2`, …. */
  digestSettings: 'digest_settings',
  /** Goes to a page of the Home tab, which is its value as `home-page.ts` writes it; followed by `_` and a word or number. */
  homePage: 'home_page',
  /** These, followed by `_1`, `_2`, …: value is `prospects`, `customers` or `segments`. */
  publishScheme: 'scheme_publish',
  rollBackScheme: 'scheme_roll_back',
  schemeStability: 'scheme_stability',
  gradeNow: 'scheme_grade_now',
  /** These three: value as `simulation-window.ts` writes it. */
  publishSimulated: 'scheme_publish_simulated',
  publishAnyway: 'scheme_publish_anyway',
  simulateAgain: 'scheme_simulate_again',
  /** These: value is the member's id. */
  editMember: 'member_edit',
  memberAway: 'member_away',
  endAbsence: 'member_end_absence',
  memberLeave: 'member_leave',
  bringBackMember: 'member_bring_back',
  /** Value as `member-windows.ts` writes it. */
  handOver: 'member_hand_over',
  /** Followed by `_1`, `_2`, …: value is the text of an owner cell. */
  linkOwner: 'owner_link',
  balanceBooks: 'books_balance',
  applyBalance: 'books_balance_apply',
  editCalendar: 'calendar_edit',
  calendarDays: 'calendar_days',
  connectSheet: 'sheet_connect',
  /** These, followed by `_1`, `_2`, …: value is the connected sheet's id. */
  pullSheet: 'sheet_pull',
  sheetDetails: 'sheet_details',
  disconnectSheet: 'sheet_disconnect',
  workspaceLanguage: 'workspace_language',
  removeSamples: 'workspace_remove_samples',
  /** Value: the import's id. */
  undoLastImport: 'workspace_undo_import',
  /** Followed by `_1`, `_2`, …: value is the delivery's id. */
  tryDeliveryAgain: 'workspace_try_again',
  /** Followed by `_1`, `_2`, …: value is the id of a document of segments. */
  stopSegments: 'scheme_stop_segments',
} as const;

/** The `block_id` of a card's buttons: by it a card is told from other messages that have the same buttons. */
export const CARD_BUTTONS = 'customer_card_buttons';

/** The `block_id` of the buttons under what was done: a message that has it is that and nothing else. */
export const DONE_BUTTONS = 'done_buttons';

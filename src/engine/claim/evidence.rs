//! The photos and papers of a claim.

use super::file_place;
use super::sheet::Sheet;
use crate::claim::EvidenceNeed;
use crate::domain::{Code, Date, Finding, Pointer, Problem};
use crate::facts::claim::File;
use crate::policy::Known as _;
use crate::policy::claim::Need;

/// What is wanted, and what is wrong with what is there.
pub(super) fn needs<'s>(sheet: &Sheet<'s>) -> (Vec<EvidenceNeed<'s>>, Vec<Problem>) {
    let (mut needs, mut problems) = (Vec::new(), Vec::new());
    let fault = sheet.draft.gathered.facts().days("defectNoticed").and_then(|days| days.from);
    for need in sheet.draft.form.evidence().filter(|need| need.when().asked(sheet) == Finding::Yes) {
        let required = need.when().required(sheet);
        let given = given(need, &sheet.draft.files, fault, &mut problems);
        let (least, most) = (need.least(), need.most());
        let at = Pointer::root().key("evidence");
        let counted = given.to_string();
        if required && given < least {
            let params = [("need", need.id()), ("least", &*least.to_string()), ("given", &*counted)];
            problems.push(Problem::new(Code::ClaimTooFewFiles, &at, &params));
        }
        if given > most {
            let params = [("need", need.id()), ("most", &*most.to_string()), ("given", &*counted)];
            problems.push(Problem::new(Code::ClaimTooManyFiles, &at, &params));
        }
        needs.push(EvidenceNeed {
            id: need.id(),
            standard: need.is_standard(),
            title: need.text("title"),
            help: need.text("help"),
            required,
            kinds: need.kinds(),
            least,
            most,
            max_bytes: need.max_bytes(),
            given,
        });
    }
    (needs, problems)
}

/// How many fine files are there, each counted once.
fn given(need: Need<'_>, files: &[File], fault: Option<Date>, problems: &mut Vec<Problem>) -> i64 {
    let mut given: i64 = 0;
    for (index, file) in files.iter().enumerate().filter(|(_, file)| file.need == need.id()) {
        let at = file_place(index);
        let most = need.max_bytes();
        if !need.takes(&file.kind) {
            let params = [("name", &*file.name), ("type", &*file.kind)];
            problems.push(Problem::new(Code::ClaimFileType, &at, &params));
        } else if file.bytes > most {
            let params = [("name", &*file.name), ("most", &*most.to_string())];
            problems.push(Problem::new(Code::ClaimFileTooLarge, &at, &params));
        } else if files.iter().take(index).any(|other| other.sha256 == file.sha256 && other.need == file.need) {
            problems.push(Problem::new(Code::ClaimSameFile, &at, &[("name", &file.name)]));
        } else {
            given = given.saturating_add(1);
        }
        if let (Some(taken), Some(fault)) = (file.taken, fault)
            && taken < fault
        {
            let params = [("name", &*file.name), ("taken", &*taken.to_string()), ("other", &*fault.to_string())];
            problems.push(Problem::new(Code::ClaimPhotoBeforeFault, &at, &params));
        }
    }
    given
}
